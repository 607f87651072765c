import { SOUND_BITS, VOICE_BITS, type PartPlan, type SoundPlan } from '../plan/index.ts';
import { COMMON, fragmented, inputArgs } from './arguments.ts';
import { gainFilter, onTimeline } from './sound-filters.ts';

/** One file that an ffmpeg run writes: its name in the output folder, and what it is. */
export interface OutputFile {
  readonly name: string;
  readonly kind: 'picture' | 'second-picture' | 'sound' | 'voice';
  /** Channel key of a sound or voice, rung id of a picture. */
  readonly id: string;
}

/** A command line with the files it will have written. */
export interface FfmpegJob {
  readonly argv: readonly string[];
  readonly files: readonly OutputFile[];
}

/** Encoder options of the standard sound of a channel: speech, mono. */
export const soundEncoder = (): string[] => ['-c:a', 'aac', '-b:a', `${SOUND_BITS}`, '-ac', '1', '-ar', '48000'];
/** Encoder options of the voice rendition. */
export const voiceEncoder = (): string[] => ['-c:a', 'aac', '-b:a', `${VOICE_BITS}`, '-ac', '1', '-ar', '24000'];

// Transport streams wrap each AAC frame in a header that MP4 has no place for; other frames pass untouched.
const PLAIN_AAC = ['-bsf:a', 'aac_adtstoasc'];

/**
 * Everything of a part that needs no picture encoder, in one pass over the source: the copied picture, copied sounds,
 * and for each encoded sound its standard and voice renditions from one decode.
 *
 * @param gains gain in dB per channel key for encoded sounds; 0 where absent
 * @param suffix goes before `.mp4` in every name (`.p2` for a second part)
 */
export function packageArgs(plan: PartPlan, gains: ReadonlyMap<string, number>, folder: string, suffix = ''): FfmpegJob {
  const files: OutputFile[] = [];
  const outputs: string[] = [];
  const add = (kind: OutputFile['kind'], id: string, args: string[]) => {
    const name = `${kind}-${id}${suffix}.mp4`;
    files.push({ name, kind, id });
    outputs.push(...args, `file:${folder}/${name}`);
  };
  for (const [kind, picture] of [['picture', plan.picture], ['second-picture', plan.secondPicture]] as const) {
    if (picture?.mode !== 'copy') continue;
    add(kind, picture.top.id, ['-map', `${picture.source}:v:${picture.track}`, '-c', 'copy', ...fragmented('picture')]);
  }
  const graph: string[] = [];
  for (const sound of plan.sounds) {
    if (sound.mode === 'copy') {
      add('sound', sound.key, ['-map', trackOf(sound), '-c', 'copy', ...PLAIN_AAC, ...fragmented('sound', sound.startSeconds > 0)]);
      continue;
    }
    const n = graph.length;
    const chain = `${onTimeline(sound, plan.durationMs)}${gainFilter(gains.get(sound.key) ?? 0)}`;
    graph.push(`[${trackOf(sound)}]${chain},asplit=2[s${n}][v${n}]`);
    add('sound', sound.key, ['-map', `[s${n}]`, ...soundEncoder(), ...fragmented('sound')]);
    add('voice', sound.key, ['-map', `[v${n}]`, ...voiceEncoder(), ...fragmented('sound')]);
  }
  const filters = graph.length > 0 ? ['-filter_complex', graph.join(';')] : [];
  return { argv: [...COMMON, '-v', 'error', ...inputArgs(plan.inputs), ...filters, ...outputs], files };
}

// Measured on hours of meetings: reading the source costs about two of these, writing the picture three, each sound one.
const PICTURE_WEIGHT = 3;

/**
 * The same as `packageArgs` in up to `most` runs side by side, each with a part of the outputs. Only a part that is copied as
 * a whole is shared out: copying keeps one core busy with packets, while encoders of many meetings must take turns.
 */
export function packageRuns(plan: PartPlan, gains: ReadonlyMap<string, number>, folder: string, suffix: string, most: number): FfmpegJob[] {
  const copied = plan.sounds.every((sound) => sound.mode === 'copy');
  const pictures = [plan.picture, plan.secondPicture].filter((picture) => picture?.mode === 'copy').length;
  const weight = pictures * PICTURE_WEIGHT + plan.sounds.length;
  if (!copied || most < 2 || pictures === 0 || plan.sounds.length < 2) return [packageArgs(plan, gains, folder, suffix)];
  const beside = Math.min(plan.sounds.length - 1, Math.max(0, Math.round(weight / most) - pictures * PICTURE_WEIGHT));
  const others = plan.sounds.slice(beside);
  const each = Math.ceil(others.length / (most - 1));
  const shares = Array.from({ length: Math.ceil(others.length / each) }, (_, n) => others.slice(n * each, (n + 1) * each));
  return [
    packageArgs({ ...plan, sounds: plan.sounds.slice(0, beside) }, gains, folder, suffix),
    ...shares.map((sounds) => packageArgs({ ...plan, picture: null, secondPicture: null, sounds }, gains, folder, suffix)),
  ];
}

/** ffmpeg's name of the sound track a channel is on. */
export const trackOf = (sound: SoundPlan): string => `${sound.source}:a:${sound.track}`;
