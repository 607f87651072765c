import { readCaptions, type CaptionCue } from '../core/caption-text.ts';
import { parseMediaPlaylist, type Segment } from '../core/media-playlist.ts';

// Fetched this long before it is needed.
const AHEAD_MS = 15_000;
const TRY_AGAIN_MS = 5000;

/** The captions of one playlist, fetched a minute at a time as they are needed: whoever leaves early has fetched little. */
export class CaptionSource {
  readonly #url: string;
  readonly #signal: AbortSignal;
  readonly #onLoaded: () => void;
  #segments: readonly Segment[] | null = null;
  readonly #cues = new Map<Segment, readonly CaptionCue[]>();
  readonly #asked = new Set<Segment | null>();

  /** @param onLoaded called when there is more to show than before */
  constructor(url: string, onLoaded: () => void, signal: AbortSignal) {
    this.#url = url;
    this.#onLoaded = onLoaded;
    this.#signal = signal;
  }

  /** What is known around a moment, and fetches what isn't. */
  around(ms: number): readonly CaptionCue[] {
    if (!this.#segments) {
      this.#ask(null, async () => { this.#segments = parseMediaPlaylist(await this.#fetch(this.#url), this.#url); });
      return [];
    }
    const [here, soon] = [ms, ms + AHEAD_MS].map((at) => this.#segments?.find(({ startMs, endMs }) => startMs <= at && at < endMs));
    for (const segment of [here, soon]) {
      if (segment && !this.#cues.has(segment)) this.#ask(segment, async () => { this.#cues.set(segment, readCaptions(await this.#fetch(segment.piece.url))); });
    }
    return (here && this.#cues.get(here)) ?? [];
  }

  /** Asks once at a time; after a fault, not at once again. */
  #ask(what: Segment | null, load: () => Promise<void>): void {
    if (this.#asked.has(what)) return;
    this.#asked.add(what);
    void load().then(() => { this.#asked.delete(what); this.#onLoaded(); }, () => {
      setTimeout(() => { this.#asked.delete(what); if (!this.#signal.aborted) this.#onLoaded(); }, TRY_AGAIN_MS);
    });
  }

  async #fetch(url: string): Promise<string> {
    const answer = await fetch(url, { signal: this.#signal });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer.text();
  }
}
