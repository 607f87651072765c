import { readAacFrames, readAacTrack, toAdts, type AacFrame, type AacTrack } from '../core/aac-frames.ts';
import { parseMediaPlaylist, segmentsBetween, type BytePiece, type Segment } from '../core/media-playlist.ts';

/** A stretch of a channel, decoded: `buffer` sounds from `startMs` to `endMs` of the meeting. */
export interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
  readonly buffer: AudioBuffer;
}

const FRAME = 1024;
// The first frame after a cut lacks the half that the frame before it would have given it.
const PREROLL_MS = 60;
// Some 35 KB each; what lies around the present moment is all that is ever asked for again.
const KEPT_PIECES = 6;

/**
 * The sound of one channel outside the media element: fetches pieces of its rendition and decodes them.
 * Throws when the network or the codec doesn't allow it; then the media element alone must do.
 */
export class ChannelAudio {
  readonly #url: string;
  readonly #decoder: BaseAudioContext;
  readonly #pieces = new Map<string, Promise<Uint8Array>>();
  #playlist: Promise<readonly Segment[]> | null = null;

  constructor(playlistUrl: string, decoder: BaseAudioContext) {
    this.#url = playlistUrl;
    this.#decoder = decoder;
  }

  /** Fetches the list of the channel's segments, so that the first stretch is one round trip away. */
  async open(): Promise<void> {
    await this.#segments();
  }

  /** Decodes from `fromMs` to `toMs` at least, or to the end of the part; `null` where the channel has nothing. */
  async stretch(fromMs: number, toMs: number): Promise<Stretch | null> {
    const needed = segmentsBetween(await this.#segments(), Math.max(0, fromMs - PREROLL_MS), toMs);
    const [first] = needed;
    if (!first?.init) return null;
    const [init, ...bytes] = await Promise.all([first.init, ...needed.map(({ piece }) => piece)].map((piece) => this.#fetch(piece)));
    const track = init && readAacTrack(init);
    if (!track) throw new Error('This channel is not coded in AAC.');
    const msOf = (frame: AacFrame): number => first.partMs + (frame.ticks / track.timescale) * 1000;
    const frames = bytes.flatMap((segment) => readAacFrames(segment, track)).filter((frame) => msOf(frame) >= fromMs - PREROLL_MS && msOf(frame) < toMs);
    const [begin] = frames;
    return begin ? this.#decode(frames, track, msOf(begin)) : null;
  }

  async #decode(frames: readonly AacFrame[], track: AacTrack, firstMs: number): Promise<Stretch> {
    const buffer = await this.#decoder.decodeAudioData(toAdts(frames, track).buffer);
    // A decoder may leave out its first frame, which can't sound right alone; what is missing is missing there.
    const wholeMs = (frames.length * FRAME * 1000) / track.timescale;
    const missingMs = Math.max(0, wholeMs - buffer.duration * 1000);
    return { startMs: firstMs + missingMs, endMs: firstMs + missingMs + buffer.duration * 1000, buffer };
  }

  #segments(): Promise<readonly Segment[]> {
    this.#playlist ??= fetchOk({ url: this.#url }).then(async (answer) => parseMediaPlaylist(await answer.text(), this.#url)).catch((error: unknown) => {
      this.#playlist = null; // the next attempt may have a connection
      throw error;
    });
    return this.#playlist;
  }

  #fetch(piece: BytePiece): Promise<Uint8Array> {
    const key = `${piece.url} ${piece.from ?? 0}`;
    const known = this.#pieces.get(key);
    if (known) return known;
    const coming = fetchOk(piece).then(async (answer) => new Uint8Array(await answer.arrayBuffer()));
    this.#pieces.set(key, coming);
    coming.catch(() => this.#pieces.delete(key));
    for (const old of this.#pieces.keys()) {
      if (this.#pieces.size <= KEPT_PIECES) break;
      this.#pieces.delete(old);
    }
    return coming;
  }
}

// Past the browser's cache: Chromium handed hls.js broken sound where both had asked for pieces of one file (decoder
// errors, sound that stopped at a segment's end). A change of channel costs some 70 KB twice instead.
async function fetchOk({ url, from, to }: BytePiece): Promise<Response> {
  const answer = await fetch(url, from === undefined || to === undefined ? {} : { cache: 'no-store', headers: { Range: `bytes=${from}-${to - 1}` } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  return answer;
}
