import { box, joined, text, u16s, u32s } from './boxes-out.ts';
import type { MovieSample, MovieTrack } from './movie.ts';

/** A caption of a clip; ms from its beginning. */
export interface ClipCaption {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

/** Captions as 3GPP timed text, which MP4 players show: a track, and the bytes that its samples are (source `source`). */
export function captionsTrack(
  captions: readonly ClipCaption[], lengthMs: number,
  about: Pick<MovieTrack, 'language' | 'name' | 'width' | 'height'> & { readonly source: number; readonly enabled: boolean },
): { readonly track: MovieTrack; readonly bytes: Uint8Array } {
  const samples: MovieSample[] = [];
  const parts: Uint8Array[] = [];
  let at = 0;
  const add = (words: string, duration: number): void => {
    if (duration <= 0) return;
    const letters = new TextEncoder().encode(words);
    const bytes = joined(u16s(letters.length), letters);
    samples.push({ source: about.source, offset: at, size: bytes.length, duration, composition: 0, sync: true, entry: 0 });
    parts.push(bytes);
    at += bytes.length;
  };
  let clock = 0;
  for (const { startMs, endMs, text: words } of captions) {
    const from = Math.max(clock, startMs);
    add('', from - clock);
    // Two at once can't be in one track: the one that begins ends the one before, which is how they are made.
    add(words, Math.min(endMs, lengthMs) - from);
    clock = Math.max(from, Math.min(endMs, lengthMs));
  }
  add('', lengthMs - clock);
  const { language, name, width, height, enabled } = about;
  const shown = Math.round(height * 0.15);
  return {
    bytes: joined(...parts),
    track: { kind: 'text', timescale: 1000, language, name, entries: [timedText(width, shown)], width, height: shown, samples, begins: 0, group: 2, enabled },
  };
}

/** The sample entry `tx3g` (3GPP TS 26.245, 5.16): white on a dark ground, in the middle below. */
function timedText(width: number, height: number): Uint8Array {
  const area = u16s(0, 0, height, width);
  const style = joined(u16s(0, 0, 1), Uint8Array.of(0, 18), u32s(0xffff_ffff));
  const fonts = box('ftab', u16s(1, 1), Uint8Array.of(5), text('Serif'));
  return box('tx3g', u32s(0), u16s(0, 1), u32s(0), Uint8Array.of(1, 0xff), u32s(0), area, style, fonts);
}
