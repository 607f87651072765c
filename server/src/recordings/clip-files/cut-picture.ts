import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  beginsAfresh, CLIP_PROGRESS_FRAMES, clipPictureArgs, cutPicture, joinedEntry, shownAt, ticksOf, type MovieSample, type MovieTrack, type PictureCut, type Sample,
} from '@openfloor/media';
import { AppError } from '#platform/errors/index.ts';
import type { Tools } from '#platform/process/index.ts';
import type { Stretch } from './clip-file.domain.ts';
import { ClipSource } from './clip-source.ts';
import { entryOf, stretchLast } from './cut-sound.ts';

/** What cutting a picture takes. */
export interface PictureWork {
  readonly tools: Tools;
  /** For files on the way; the subtitles lie in it. */
  readonly folder: string;
  /** Name of the subtitles there; null where nothing is drawn into the picture. */
  readonly subtitles: string | null;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** How much of it is encoded, 0 to 1. */
  readonly tell: (done: number) => void;
  /** Takes a file that was made on the way as another source of the movie; returns its number. */
  readonly addSource: (path: string) => number;
}

/** Enough of a frame to see what kind of slice it begins with: parameter sets and messages stand before. */
const FRAME_HEAD = 64 * 1024;

/** Frames with where they come from, one way or the other. */
interface Cut {
  readonly samples: readonly (Omit<MovieSample, 'entry'> & { readonly shown: number })[];
  readonly entry: Uint8Array;
  /** How far into its first frame the stretch begins (ticks). */
  readonly skip: number;
  /** Ticks of frames that are decoded first and not shown. */
  readonly preroll: number;
}

/** The picture of a clip: encoded anew from its first frame to the next keyframe, copied from there; all of it is encoded where captions are drawn into it. */
export async function pictureTrack(sources: readonly ClipSource[], firstSource: number, stretches: readonly Stretch[], work: PictureWork): Promise<MovieTrack> {
  const samples: MovieSample[] = [];
  const entries: Uint8Array[] = [];
  const timescale = sources[0]?.index.timescale ?? 1;
  let begins = 0;
  let clock = 0;
  for (const [n, stretch] of stretches.entries()) {
    const source = sources[n];
    if (!source) continue;
    const cut = await cutStretch(source, firstSource + n, stretch, n, { ...work, tell: (done) => { work.tell((n + done) / stretches.length); } });
    const scale = timescale / source.index.timescale;
    if (n > 0) clock = stretchLast(samples, clock, begins + Math.round((stretch.atMs * timescale) / 1000));
    else begins = Math.round(cut.preroll * scale);
    const entry = entryOf(entries, cut.entry);
    for (const [at, { shown: _shown, ...sample }] of cut.samples.entries()) {
      // The frame that is on the screen when the clip begins begins with it: players leave out one that begins before.
      const duration = Math.max(1, Math.round((sample.duration - (at === 0 && cut.preroll === 0 ? cut.skip : 0)) * scale));
      samples.push({ ...sample, duration, composition: Math.round(sample.composition * scale), entry });
      clock += duration;
    }
  }
  const { width = 0, height = 0 } = sources[0]?.index ?? {};
  const one = oneEntry(entries);
  // The first frame is shown when it is decoded and its composition offset has passed.
  return { kind: 'video', timescale, language: ['und', 'und'], name: '', entries: one ? [one] : entries, width, height, samples: one ? samples.map((sample) => ({ ...sample, entry: 0 })) : samples, begins: begins + (samples[0]?.composition ?? 0), group: 0, enabled: true };
}

/** Parts of one recording come from one encoder as a rule: then one entry is enough, which every player understands. */
const oneEntry = (entries: readonly Uint8Array[]): Uint8Array | undefined =>
  entries.slice(1).reduce<Uint8Array | undefined>((all, entry) => all && joinedEntry(all, entry), entries[0]);

async function cutStretch(source: ClipSource, number: number, { fromMs, toMs, atMs }: Stretch, n: number, work: PictureWork): Promise<Cut> {
  const { index } = source;
  const [from, to] = [ticksOf(index, fromMs), ticksOf(index, toMs)];
  const { samples, first, end } = await source.between(from, to);
  const entry = await source.entry();
  const usable = new Set<Sample>();
  for (const sample of samples) {
    if (!sample.sync || shownAt(sample) < from - index.timescale || !beginsAfresh(await source.read(sample.offset, Math.min(sample.size, FRAME_HEAD)), entry)) continue;
    usable.add(sample);
    if (shownAt(sample) >= from) break;
  }
  const cut = cutPicture(samples, from, to, (sample) => usable.has(sample), work.subtitles !== null);
  const copied = cut.copy.map((sample) => ({ ...plain(sample, number), shown: shownAt(sample) }));
  if (cut.encode.length === 0) return { samples: copied, entry, skip: cut.skip, preroll: 0 };
  const window = join(work.folder, `window-${n}.mp4`);
  const target = join(work.folder, `picture-${n}.mp4`);
  await source.extract(...around(index.fragments.start, [first, end], samples[cut.decodeFrom], cut.copy[0]), window);
  const spec = {
    path: window, from: cut.encode[0] ?? from, to: cut.encodeTo, frames: cut.encode.length, subtitles: work.subtitles,
    subtitlesAt: Math.round((atMs * index.timescale) / 1000) + (cut.encode[0] ?? from) - from, target,
  };
  await work.tools.run({
    tool: 'ffmpeg', argv: clipPictureArgs(spec), cwd: work.folder, timeoutMs: work.timeoutMs, nice: work.subtitles === null ? 0 : 5, ...(work.signal && { signal: work.signal }),
    onProgress: ({ outTimeMs }) => { work.tell(Math.min(1, (outTimeMs * CLIP_PROGRESS_FRAMES) / 1000 / spec.frames)); },
  });
  const made = await encodedFrames(target, cut, work);
  const joined = made && (copied.length > 0 ? joinedEntry(entry, made.entry) : made.entry);
  if (made && joined) return { samples: [...made.samples, ...copied], entry: joined, skip: cut.skip, preroll: 0 };
  if (work.subtitles !== null) throw new AppError('media_failed', { why: `the picture has ${cut.encode.length} frames there, and not all of them came out` });
  // A picture that can't be encoded to fit is copied from the keyframe before, and the edit list begins it where it should.
  const last = samples.findLastIndex((sample) => shownAt(sample) < to);
  const all = samples.slice(cut.decodeFrom, last + 1);
  return { samples: all.map((sample) => ({ ...plain(sample, number), shown: shownAt(sample) })), entry, skip: 0, preroll: from - shownAt(all[0] ?? NO_FRAME) };
}

/** The fragments that hold what has to be decoded: from the keyframe before to the one from which on frames are copied. */
function around(starts: Float64Array, [first, end]: readonly [number, number], from: Sample | undefined, until: Sample | undefined): readonly [number, number] {
  let begin = first;
  while (begin + 1 < end && (starts[begin + 1] ?? Infinity) <= (from?.start ?? -Infinity)) begin += 1;
  let behind = until === undefined ? end : begin + 1;
  while (behind < end && (starts[behind] ?? Infinity) < (until?.start ?? -Infinity)) behind += 1;
  return [begin, behind];
}

const NO_FRAME = { start: 0, composition: 0, offset: 0, size: 0, duration: 0, sync: false } as const;

const plain = ({ offset, size, duration, composition, sync }: Sample, source: number) => ({ source, offset, size, duration, composition, sync });

/** What came out, with the times of the frames whose place it takes; null where it isn't frame for frame. */
async function encodedFrames(path: string, cut: PictureCut, work: PictureWork): Promise<Pick<Cut, 'samples' | 'entry'> | null> {
  if ((await stat(path)).size === 0) return null;
  await using made = await ClipSource.open(path);
  const { samples } = await made.between(-Infinity, Infinity);
  if (samples.length !== cut.encode.length) return null;
  const source = work.addSource(path);
  // As much later as the first copied frame is shown than decoded, so that its own time follows on.
  const composition = cut.copy[0]?.composition ?? 0;
  return {
    entry: await made.entry(),
    samples: samples.map((sample, n) => {
      const shown = cut.encode[n] ?? 0;
      return { ...plain(sample, source), duration: (cut.encode[n + 1] ?? cut.encodeTo) - shown, composition, shown };
    }),
  };
}
