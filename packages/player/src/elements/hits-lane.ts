import { formatClock } from '../core/time-address.ts';
import { shareOf } from '../core/timeline.ts';

/** A place at which something was found. */
export interface Place {
  /** In ms. */
  readonly ms: number;
  /** The sentence. */
  readonly text: string;
}

const SVG = 'http://www.w3.org/2000/svg';
/** As in the strip that the server draws. */
const MARK = { width: '6', height: '100%', rx: '2' };
const LONGEST_NAME = 160;

/**
 * The strip `svg[data-hits]` above the lane of speakers: a mark for each place, named by its sentence. It is one stop of the Tab key;
 * the arrows go from mark to mark as time runs, Enter and a click go there.
 */
export class HitsLane {
  readonly #strip;
  readonly #durationMs;
  #marks: readonly SVGAElement[] = [];

  constructor(strip: SVGElement, durationMs: number, go: (ms: number) => void, signal: AbortSignal) {
    this.#strip = strip;
    this.#durationMs = durationMs;
    strip.addEventListener('click', (event) => {
      const mark = event.target instanceof Element ? event.target.closest<SVGAElement>('a') : null;
      if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(Number(mark.dataset['hitMs']));
    }, { signal });
    strip.addEventListener('keydown', (event) => {
      const to = this.#target(event.key);
      if (!to || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      this.#rove(to);
      to.focus();
    }, { signal });
  }

  /** Draws a mark for each place, those of one sentence as one; by the place that is shown the marks are entered. */
  show(places: readonly Place[], now: number): void {
    const bySentence = new Map(places.map((place) => [place.ms, place]));
    this.#marks = [...bySentence.values()].sort((a, b) => a.ms - b.ms).map((place) => this.#draw(place));
    this.#strip.replaceChildren(...this.#marks);
    this.#strip.toggleAttribute('hidden', this.#marks.length === 0);
    this.now(now);
  }

  /** Tells which place is shown, by its time in ms. */
  now(ms: number): void {
    for (const mark of this.#marks) {
      const here = Number(mark.dataset['hitMs']) === ms;
      if (here) mark.setAttribute('aria-current', 'true');
      else mark.removeAttribute('aria-current');
    }
    const first = this.#marks.find((mark) => mark.hasAttribute('aria-current')) ?? this.#marks[0];
    if (first) this.#rove(first);
  }

  #draw({ ms, text }: Place): SVGAElement {
    const mark = document.createElementNS(SVG, 'a');
    const time = formatClock(ms);
    const name = `${time} ${text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text}`;
    mark.dataset['hitMs'] = String(ms);
    mark.setAttribute('href', `?t=${Math.floor(ms / 1000)}`);
    mark.setAttribute('aria-label', name);
    const title = document.createElementNS(SVG, 'title');
    title.textContent = name;
    const rect = document.createElementNS(SVG, 'rect');
    for (const [attribute, value] of Object.entries({ ...MARK, x: `${(shareOf(ms, this.#durationMs) * 100).toFixed(3)}%` })) rect.setAttribute(attribute, value);
    mark.append(title, rect);
    return mark;
  }

  #rove(to: SVGAElement): void {
    for (const mark of this.#marks) mark.setAttribute('tabindex', mark === to ? '0' : '-1');
  }

  #target(key: string): SVGAElement | undefined {
    const at = this.#marks.findIndex((mark) => mark === document.activeElement);
    const steps: Readonly<Record<string, number>> = { ArrowLeft: at - 1, ArrowUp: at - 1, ArrowRight: at + 1, ArrowDown: at + 1, Home: 0, End: this.#marks.length - 1 };
    const to = steps[key];
    return at < 0 || to === undefined ? undefined : this.#marks[to] ?? this.#marks[at];
  }
}
