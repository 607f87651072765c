import type { Segment } from '../../segment.ts';
import { makeSegment } from '../read/segments.ts';
import type { Command, Line21 } from './line-21.ts';

type Rows = Map<number, string>;

const rowsText = (rows: Rows): string => [...rows].toSorted(([a], [b]) => a - b).map(([, text]) => text.replace(/ {2,}/gu, ' ').trim()).filter((text) => text !== '').join('\n');

/** A decoder's two memories, in the three ways captions come: prepared and shown whole, rolled up line by line, painted on. */
export class CaptionScreen {
  readonly segments: Segment[] = [];
  #mode: 'pop' | 'roll' | 'paint' = 'pop';
  #shown: Rows = new Map();
  #hidden: Rows = new Map();
  #row = 15;
  #sinceMs = 0;

  /** Takes one code at its time; times never go back. */
  take(code: Line21, ms: number): void {
    switch (code.is) {
      case 'text': this.#append(code.text, ms); break;
      case 'extended': this.#backspace(); this.#append(code.text, ms); break;
      case 'row': this.#toRow(code.row); break;
      case 'tab': case 'style': this.#space(); break;
      case 'command': this.#command(code.command, ms); break;
      case 'nothing': break;
    }
  }

  /** Ends what is still on the screen; returns true where there was something. */
  end(ms: number): boolean {
    const before = this.segments.length;
    this.#close(ms);
    return this.segments.length > before;
  }

  /** When what is on the screen came. */
  get sinceMs(): number {
    return this.#sinceMs;
  }

  #command(command: Command, ms: number): void {
    switch (command) {
      case 'RCL': this.#mode = 'pop'; break;
      case 'RU':
        if (this.#mode !== 'roll') this.#close(ms);
        this.#mode = 'roll';
        this.#row = 15;
        break;
      case 'RDC': this.#close(ms); this.#mode = 'paint'; break;
      case 'CR': if (this.#mode === 'roll') this.#close(ms); break;
      case 'EDM': this.#close(ms); break;
      case 'ENM': this.#hidden = new Map(); break;
      case 'EOC': {
        this.#mode = 'pop';
        const next = this.#hidden;
        this.#hidden = new Map(this.#shown);
        this.#close(ms);
        this.#shown = next;
        this.#sinceMs = ms;
        break;
      }
      case 'BS': this.#backspace(); break;
      case 'DER': case 'OTHER': break;
    }
  }

  get #rows(): Rows {
    return this.#mode === 'pop' ? this.#hidden : this.#shown;
  }

  #append(text: string, ms: number): void {
    const rows = this.#rows;
    if (rows === this.#shown && rowsText(rows) === '') this.#sinceMs = ms;
    rows.set(this.#row, (rows.get(this.#row) ?? '') + text);
  }

  #backspace(): void {
    this.#rows.set(this.#row, (this.#rows.get(this.#row) ?? '').slice(0, -1));
  }

  #space(): void {
    const text = this.#rows.get(this.#row);
    if (text !== undefined && !text.endsWith(' ')) this.#rows.set(this.#row, `${text} `);
  }

  #toRow(row: number): void {
    // A rolled-up line stays the one line that is being written, wherever it is put.
    if (this.#mode !== 'roll') this.#row = row;
    this.#space();
  }

  #close(ms: number): void {
    const text = rowsText(this.#shown);
    if (text !== '') this.segments.push(makeSegment(this.#sinceMs, ms, text));
    this.#shown = new Map();
  }
}
