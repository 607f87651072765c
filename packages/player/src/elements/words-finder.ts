import { foldQuery } from '../core/find-text.ts';
import { fill } from '../locales/index.ts';
import { make } from './make.ts';
import { HitsLane } from './hits-lane.ts';
import { WordsElsewhere } from './words-elsewhere.ts';
import { markHits, type Hit } from './words-marks.ts';

/** What finding needs of the element it works in. */
export interface Findable {
  readonly part: HTMLElement;
  readonly field: HTMLInputElement;
  /** Where the texts are. */
  readonly place: HTMLElement;
  /** Where it is said what was found. */
  readonly status: HTMLElement;
  /** Address of the page that looks in every text. */
  readonly everywhere: string;
  /** Where it is said in which other texts it stands. */
  readonly others: HTMLElement;
  /** Shows another text beside those that are shown. */
  readonly beside: (ref: string) => void;
  /** Scrolls to a hit. */
  readonly show: (mark: HTMLElement) => void;
  /** Goes to a time, in ms. */
  readonly seek: (ms: number) => void;
  /** Where hits are marked over time; null where there is no such strip. */
  readonly strip: SVGElement | null;
  readonly durationMs: number;
  /** Where we are, in ms. */
  readonly now: () => number;
  /** Keeps what is looked for in the address. */
  readonly keep: () => void;
}

const TYPING_MS = 250;

/** Finds words in what is shown: marks them, says how often, and goes from one to the next. */
export class WordsFinder {
  readonly #in;
  readonly #steps: HTMLElement | null;
  readonly #elsewhere: WordsElsewhere;
  readonly #lane: HitsLane | null;
  #hits: readonly Hit[] = [];
  #at = 0;
  /** What the marks are of, as it was written. */
  #sought = '';
  /** False until somebody has gone to the hit that is shown. */
  #visited = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(where: Findable, signal: AbortSignal) {
    this.#in = where;
    const { part, field } = where;
    this.#elsewhere = new WordsElsewhere(where.others, where.everywhere, where.beside);
    this.#lane = where.strip && new HitsLane(where.strip, where.durationMs, (ms) => { this.#go(ms); }, signal);
    this.#steps = part.querySelector<HTMLElement>('[data-steps]');
    this.#steps?.addEventListener('click', (event) => {
      const step = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-step]') : null;
      if (step) this.#step(step.dataset['step'] === '1' ? 1 : -1);
    }, { signal });
    field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.find(), TYPING_MS);
    }, { signal });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      clearTimeout(this.#timer);
      if (this.#sought !== field.value) this.find();
      this.#step(event.shiftKey ? -1 : 1);
    }, { signal });
    signal.addEventListener('abort', () => { clearTimeout(this.#timer); }, { once: true });
    this.find();
  }

  /** Looks in what is shown now for what stands in the field. */
  find(): void {
    const { field, place, now, keep } = this.#in;
    this.#sought = field.value;
    this.#hits = markHits(place, foldQuery(field.value));
    this.#visited = false;
    // From where we are on: what was said before has been heard.
    this.#at = Math.max(0, this.#hits.findIndex((hit) => timeOf(hit) >= now()));
    if (this.#steps) this.#steps.hidden = this.#hits.length === 0;
    this.#lane?.show(this.#hits.map((hit) => ({ ms: timeOf(hit), text: sentenceOf(hit) })), timeOf(this.#hits[this.#at]));
    this.#show();
    this.#elsewhere.ask(foldQuery(field.value) === '' ? '' : field.value.trim(), this.#shown(), this.#in.part.dataset['everywhere'] ?? '');
    keep();
  }

  #step(by: 1 | -1): void {
    const { length } = this.#hits;
    if (length === 0) return;
    if (this.#visited || by < 0) this.#at = (this.#at + by + length) % length;
    this.#visited = true;
    this.#show();
    this.#in.seek(timeOf(this.#hits[this.#at]));
  }

  /** Goes to the hit at that time, as the strip has it. */
  #go(ms: number): void {
    this.#at = Math.max(0, this.#hits.findIndex((hit) => timeOf(hit) === ms));
    this.#visited = true;
    this.#show();
    this.#in.seek(ms);
  }

  /** Names of the texts that are shown. */
  #shown(): readonly string[] {
    const { words = '', with: beside = '' } = this.#in.place.querySelector<HTMLElement>('[data-words]')?.dataset ?? {};
    return [words, ...beside.split(' ')];
  }

  #show(): void {
    const { part, place, status, field } = this.#in;
    for (const mark of place.querySelectorAll('mark[data-now]')) mark.removeAttribute('data-now');
    const hit = this.#hits[this.#at];
    hit?.forEach((mark) => { mark.dataset['now'] = ''; });
    this.#lane?.now(timeOf(hit));
    const { place: places = '', nowhere = '' } = part.dataset;
    const said = hit ? fill(places, { n: String(this.#at + 1), count: String(this.#hits.length) }) : nowhere;
    status.replaceChildren(...(foldQuery(field.value) === '' ? [] : [make('p', {}, said)]));
    if (hit?.[0]) this.#in.show(hit[0]);
  }
}

const sentenceOf = (hit: Hit): string => (hit[0]?.closest('[data-ms]')?.textContent ?? '').trim();
const timeOf = (hit: Hit | undefined): number => Number(hit?.[0]?.closest<HTMLElement>('[data-ms]')?.dataset['ms'] ?? 0);
