import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, Context } from './context.ts';
import { publishLong } from './long-publication.ts';
import { measureFfmpeg, together, type Cost } from './measure/bare.ts';
import { levelDisk } from './measure/page-cache.ts';
import { median } from './measure/statistics.ts';
import type { Figure } from './report/figures.ts';

const SOUND = ['-c', 'copy', '-frag_duration', '4000000', '-movflags', '+delay_moov+default_base_moof', '-f', 'mp4'];
const PICTURE = ['-c', 'copy', '-movflags', '+delay_moov+default_base_moof+frag_keyframe', '-f', 'mp4'];
const VOICE = ['-af', 'volume=2dB', '-c:a', 'aac', '-b:a', '24k', '-ac', '1', '-ar', '24000', '-frag_duration', '4000000', '-movflags', '+delay_moov+default_base_moof', '-f', 'mp4'];

/** The copy path: how soon the long meeting can be watched, and what the work behind it costs. */
export const copy: Bench = {
  name: 'copy',
  about: 'copy path: seven AAC channels and an H.264 picture',
  async run(context) {
    const { file, channels } = await context.meeting();
    const tracks = channels.map(({ track }) => track);
    const ours: number[] = [];
    const bare: number[] = [];
    for (let run = 1; run < context.options.runs; run += 1) {
      bare.push((await bareCopy(context, file, tracks)).wallSeconds);
      ours.push((await publishLong(context, 'once', false)).watchableSeconds);
      await context.folder('once');
    }
    // The last pair in the other order, so that neither always has the disk as the other left it.
    const publication = await context.publication();
    ours.push(publication.watchableSeconds);
    bare.push((await bareCopy(context, file, tracks)).wallSeconds);
    context.say(`bare copies: ${bare.map((seconds) => seconds.toFixed(1)).join(', ')} s`);
    const folder = await context.folder('bare-follow');
    await bareCopyInto(folder, file, tracks);
    const [loudness, voices, stills] = [await bareLoudness(folder, tracks), await bareVoices(folder, tracks), await bareStills(folder, context.options.hours)];
    await rm(folder, { recursive: true });
    return [watchable(context, ours, bare), ...following(publication.followingCpuSeconds, publication.followingWallSeconds, { loudness, voices, stills })];
  },
};

function watchable({ options }: Context, ours: readonly number[], bare: readonly number[]): Figure {
  return {
    what: `copy path, ${options.hours} h with 7 AAC channels: from the start of "publish" until it can be watched`, measured: median(ours), unit: 's', runs: ours,
    compared: { with: 'one ffmpeg -c copy of the same streams to fMP4', value: median(bare), runs: bare }, must: { of: 'ratio', most: 1.3 },
    note: 'The server also syncs its files to the disk before it says so; the bare command leaves them in memory.',
  };
}

function following(cpuSeconds: number, wallSeconds: number, bare: Record<'loudness' | 'voices' | 'stills', Cost>): Figure[] {
  const all = bare.loudness.cpuSeconds + bare.voices.cpuSeconds + bare.stills.cpuSeconds;
  return [
    {
      what: 'what follows (loudness, voice renditions, storyboard, poster): CPU of the server and its children', measured: cpuSeconds, unit: 's',
      compared: { with: 'bare commands for the same', value: all }, must: { of: 'ratio', most: 1.15 },
      note: `Bare: loudness ${bare.loudness.cpuSeconds.toFixed(1)} s, voices ${bare.voices.cpuSeconds.toFixed(1)} s, stills ${bare.stills.cpuSeconds.toFixed(1)} s. `
        + 'The server also measures an envelope, counts clipped samples and checks the channels against each other in its pass.',
    },
    {
      what: 'what follows: until it was done', measured: wallSeconds, unit: 's',
      compared: { with: 'bare commands one after the other', value: bare.loudness.wallSeconds + bare.voices.wallSeconds + bare.stills.wallSeconds },
    },
  ];
}

async function bareCopy(context: Context, file: string, tracks: readonly number[]): Promise<Cost> {
  const folder = await context.folder('bare-copy');
  await levelDisk(file);
  const cost = await bareCopyInto(folder, file, tracks);
  await rm(folder, { recursive: true });
  return cost;
}

const bareCopyInto = (folder: string, file: string, tracks: readonly number[]): Promise<Cost> =>
  measureFfmpeg(['-i', file, '-map', '0:v:0', ...PICTURE, 'picture.mp4', ...tracks.flatMap((track) => ['-map', `0:a:${track}`, ...SOUND, `sound-${track}.mp4`])], folder);

/** EBU R128 with true peaks, without a line for each tenth of a second. */
const bareLoudness = (folder: string, tracks: readonly number[]): Promise<Cost> =>
  together(tracks.map((track) => () => measureFfmpeg(['-i', `sound-${track}.mp4`, '-af', 'ebur128=peak=true:framelog=verbose', '-f', 'null', '-'], folder)));

const bareVoices = (folder: string, tracks: readonly number[]): Promise<Cost> =>
  together(tracks.map((track) => () => measureFfmpeg(['-i', `sound-${track}.mp4`, ...VOICE, `voice-${track}.mp4`], folder)));

function bareStills(folder: string, hours: number): Promise<Cost> {
  // One tile each 2 s in short meetings, up to each 10 s in long ones, as the server has it.
  const every = Math.min(10, Math.max(2, Math.round(hours * 6)));
  const sheets = ['-skip_frame', 'nokey', '-i', 'picture.mp4', '-vf', `fps=1/${every}:start_time=0:round=up,scale=160:90:flags=bilinear,format=yuvj420p,tile=10x10`, '-q:v', '6', '-fps_mode', 'vfr'];
  return together([
    () => measureFfmpeg([...sheets, join(folder, 'sheet-%03d.jpg')], folder),
    () => measureFfmpeg(['-ss', String(Math.min(120, hours * 360)), '-i', 'picture.mp4', '-vf', 'thumbnail=12', '-frames:v', '1', '-q:v', '4', 'poster.jpg'], folder),
  ]);
}
