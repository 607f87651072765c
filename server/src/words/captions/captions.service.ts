import { createHash } from 'node:crypto';
import { captionSegments, captionsPlaylist } from '@openfloor/media';
import { captionCues, writeWebVtt, type Segment } from '@openfloor/words';
import { AppError } from '#platform/errors/index.ts';
import type { ChannelText } from '../words.domain.ts';
import type { Words } from '../words.service.ts';
import { cuesBetween, textsToShow, trackName, type CaptionTrack } from './captions.domain.ts';
import type { TimelineSource } from './captions.ports.ts';

export interface CaptionsDeps {
  readonly words: Pick<Words, 'of' | 'forChannel'>;
  readonly timelines: TimelineSource;
}

/** A text as it was read. */
interface ReadText {
  readonly segments: readonly Segment[];
  /** Names these very words: others have another. */
  readonly tag: string;
}

/** A segment of captions. */
export interface CaptionFile {
  readonly text: string;
  /** True where the address names just these words, so that they may be kept. */
  readonly asAsked: boolean;
}

// The words of three hours, each with its time, take about five megabytes.
const MOST_KEPT = 8;
/** A caption may end when the next one begins: further away, no other has a say. */
const NEIGHBOURS_MS = 10_000;

/**
 * The words of meetings as HLS subtitles, made of the texts as they are now. The media know nothing of them: a correction
 * is there with the next playlist, whose segments then have other addresses.
 */
export class Captions {
  readonly #deps;
  readonly #kept = new Map<string, Promise<ReadText>>();

  constructor(deps: CaptionsDeps) {
    this.#deps = deps;
  }

  /** What can be shown of a meeting's channels. Whether the meeting may be seen is for the caller to ask, here and below. */
  async of(meetingId: string): Promise<readonly CaptionTrack[]> {
    return textsToShow(await this.#deps.words.of(meetingId)).map((text) => {
      const { channel, language, kind, status } = text;
      return { channel, language, kind, status, hls: `/media/${meetingId}/captions/${encodeURIComponent(trackName(text))}.m3u8` };
    });
  }

  /** The media playlist of a track, by its name; throws `not_found`. */
  async playlist(meetingId: string, name: string): Promise<string> {
    const [text, { startsAtMs, parts }] = await Promise.all([this.#find(meetingId, name), this.#deps.timelines.timelineOf(meetingId)]);
    const { tag } = await this.#read(text);
    return captionsPlaylist({
      segments: captionSegments(parts), uri: (_, index) => `${encodeURIComponent(name)}/${tag}/${index}.vtt`, dateOf: startsAtMs === null ? null : (partMs) => startsAtMs + partMs,
    });
  }

  /** One segment, by the address that the playlist gave it; throws `not_found`. An older playlist gets the words as they are now. */
  async segment(meetingId: string, name: string, asked: { readonly tag: string; readonly index: number }): Promise<CaptionFile> {
    const [text, { parts }] = await Promise.all([this.#find(meetingId, name), this.#deps.timelines.timelineOf(meetingId)]);
    const segment = captionSegments(parts)[asked.index];
    if (!segment) throw new AppError('not_found', { what: 'file', id: `${asked.index}.vtt` });
    const { segments, tag } = await this.#read(text);
    // To lay out three hours takes half a second; a minute and what reaches into it, some milliseconds.
    const near = cuesBetween(segments, segment.startMs - NEIGHBOURS_MS, segment.endMs + NEIGHBOURS_MS);
    const cues = cuesBetween(captionCues(near, text.language), segment.startMs, segment.endMs).map((cue) => ({ ...cue, speaker: null }));
    return { text: writeWebVtt(cues, { mediaStartMs: segment.partMs }), asAsked: tag === asked.tag };
  }

  async #find(meetingId: string, name: string): Promise<ChannelText> {
    const found = textsToShow(await this.#deps.words.of(meetingId)).find((text) => trackName(text) === name);
    if (!found) throw new AppError('not_found', { what: 'text', id: name });
    return found;
  }

  /** Read once for each version of a text; several who ask at once wait for one reading. */
  #read(text: ChannelText): Promise<ReadText> {
    const key = `${text.id} ${text.version}`;
    const found = this.#kept.get(key) ?? this.#readAnew(text);
    this.#kept.delete(key);
    this.#kept.set(key, found);
    found.catch(() => { if (this.#kept.get(key) === found) this.#kept.delete(key); });
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value ?? '');
    return found;
  }

  async #readAnew({ meetingId, channel, language, kind }: ChannelText): Promise<ReadText> {
    const text = await this.#deps.words.forChannel(meetingId, { key: channel, language }, kind);
    // What stands in a text and nobody said has no length.
    const segments = (text?.segments ?? []).filter(({ startMs, endMs }) => endMs > startMs);
    return { segments, tag: createHash('sha256').update(JSON.stringify(segments)).digest('base64url').slice(0, 12) };
  }
}
