import { cutSound, ticksOf, type MovieSample, type MovieTrack } from '@openfloor/media';
import type { Stretch } from './clip-file.domain.ts';
import type { ClipSource } from './clip-source.ts';

/** The sound of a clip: its frames are copied, and an edit list begins it at the very sample. */
export async function soundTrack(
  sources: readonly ClipSource[], stretches: readonly Stretch[], about: Pick<MovieTrack, 'language' | 'name'>,
): Promise<MovieTrack> {
  const samples: MovieSample[] = [];
  const entries: Uint8Array[] = [];
  const timescale = sources[0]?.index.timescale ?? 1;
  let begins = 0;
  let clock = 0;
  for (const [n, { fromMs, toMs, atMs }] of stretches.entries()) {
    const source = sources[n];
    if (!source) continue;
    const { index } = source;
    const [from, to] = [ticksOf(index, fromMs), ticksOf(index, toMs)];
    const cut = cutSound((await source.between(from - SOME_FRAMES, to)).samples, from, to, index.codec);
    const scale = timescale / index.timescale;
    // What the decoder needs first would be heard behind another part: there the stretch begins with its first whole frame.
    const kept = n === 0 ? cut.samples : cut.samples.filter((sample) => sample.start >= from);
    if (n === 0) begins = Math.round(cut.skip * scale);
    else clock = stretchLast(samples, clock, begins + Math.round((atMs * timescale) / 1000 + ((kept[0]?.start ?? from) - from) * scale));
    const entry = entryOf(entries, await source.entry());
    for (const { offset, size, duration } of kept) {
      const ticks = Math.round(duration * scale);
      samples.push({ source: n, offset, size, duration: ticks, composition: 0, sync: true, entry });
      clock += ticks;
    }
  }
  return { kind: 'audio', timescale, ...about, entries, width: 0, height: 0, samples, begins, group: 1, enabled: true };
}

/** More than a decoder needs before the first frame that is heard. */
const SOME_FRAMES = 8192;

/** Lets the last frame of a track last until a time (ticks), so that what follows is in its place; returns that time. */
export function stretchLast(samples: MovieSample[], clock: number, until: number): number {
  const last = samples.at(-1);
  if (!last) return clock;
  const duration = Math.max(1, last.duration + until - clock);
  samples[samples.length - 1] = { ...last, duration };
  return clock + duration - last.duration;
}

/** The place of a sample entry among those of a track; each stands there once. */
export function entryOf(entries: Uint8Array[], entry: Uint8Array): number {
  const known = entries.findIndex((one) => Buffer.compare(one, entry) === 0);
  return known >= 0 ? known : entries.push(entry) - 1;
}
