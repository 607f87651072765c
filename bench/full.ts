import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeTestMeeting } from '../fixtures/meeting/index.ts';
import { bareLoudnessPass, bareOnePass, barePoster, RUNGS } from './bare-full.ts';
import type { Bench, Context } from './context.ts';
import { together, type Cost } from './measure/bare.ts';
import { levelDisk } from './measure/page-cache.ts';
import { cpuOfTree } from './measure/processes.ts';
import { median } from './measure/statistics.ts';
import type { Figure } from './report/figures.ts';
import { openApi } from './server/api.ts';
import { publish } from './server/publish.ts';
import { startServer } from './server/start.ts';
import { untilDone } from './server/until.ts';

const LONGEST_SECONDS = 120;
/** One costs minutes of CPU, which vary by less than a hundredth from run to run. */
const RUNS_OF_OTHERS = 3;

/** The full path: a broadcast recorder's MPEG-2 picture and MP2 sounds, all of which must be encoded. */
export const full: Bench = {
  name: 'full',
  about: 'full path: 1080p MPEG-2 with seven MP2 tracks in a transport stream',
  async run(context) {
    const seconds = Math.min(LONGEST_SECONDS, Math.round(context.options.hours * 600));
    const source = join(await context.folder('full-source'), 'recorder.ts');
    const { channels } = await makeTestMeeting({
      file: source, durationSeconds: seconds, codec: 'mp2', audioKilobits: 128, picture: { width: 1920, height: 1080, kilobits: 12_000, gopSeconds: 0.48 },
      extraArgs: ['-c:v', 'mpeg2video', '-bf', '2'],
    });
    const ours: Published[] = [];
    const bare: Cost[] = [];
    let bareSizes = new Map<string, number>();
    for (let run = 0; run < Math.ceil(context.options.runs / RUNS_OF_OTHERS); run += 1) {
      ours.push(await publishFull(context, source));
      context.say(`published with ${ours.at(-1)?.cpuSeconds.toFixed(0)} s of CPU`);
      await levelDisk(source);
      const folder = await context.folder('bare-full');
      const tracks = channels.map(({ track }) => track);
      bare.push(await together([() => bareLoudnessPass(source, tracks, folder), () => bareOnePass(source, tracks, folder), () => barePoster(source, seconds / 10, folder)]));
      context.say(`bare: ${bare.at(-1)?.cpuSeconds.toFixed(0)} s`);
      bareSizes = await bytesOf(folder);
    }
    return figures(seconds, ours, bare, bareSizes);
  },
};

interface Published {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly watchableSeconds: number;
  /** Commands that decode the whole picture. */
  readonly decodes: number;
  /** Size in bytes per rung, as `1920x1080`. */
  readonly rungs: ReadonlyMap<string, number>;
}

async function publishFull(context: Context, source: string): Promise<Published> {
  const folder = await context.folder('full');
  const data = join(folder, 'data');
  const { wrapper, log } = await listeningFfmpeg(folder);
  await using server = await startServer(data, { settings: { FFMPEG_PATH: wrapper } });
  await sleep(1000);
  await levelDisk(source);
  const before = cpuOfTree(server.pid);
  const began = performance.now();
  const { accepted, watchableSeconds, commandCpuSeconds, failure } = await publish({ data, file: source, title: 'Full path' });
  if (!accepted || watchableSeconds === undefined) throw new Error(`The recorder's file could not be published: ${failure ?? 'no reason given'}`);
  await untilDone(server.url, accepted.recordingId);
  const wallSeconds = (performance.now() - began) / 1000;
  const cpuSeconds = cpuOfTree(server.pid) - before + commandCpuSeconds;
  const { rungs } = await (await openApi(data)).recording(accepted.recordingId);
  const sizes = await Promise.all(rungs.map(async ({ width, height, files }) => [`${width}x${height}`, await totalBytes(files.map((file) => join(data, 'blobs', file)))] as const));
  return { cpuSeconds, wallSeconds, watchableSeconds, decodes: wholeDecodes(await readFile(log, 'utf8')), rungs: new Map(sizes) };
}

const totalBytes = async (files: readonly string[]): Promise<number> =>
  (await Promise.all(files.map((file) => stat(file)))).reduce((sum, { size }) => sum + size, 0);

/** An ffmpeg that writes down each command line before it becomes the real one. */
async function listeningFfmpeg(folder: string): Promise<{ readonly wrapper: string; readonly log: string }> {
  const [wrapper, log] = [join(folder, 'ffmpeg'), join(folder, 'commands.log')];
  await writeFile(wrapper, `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\nexec '${process.env['FFMPEG_PATH'] ?? 'ffmpeg'}' "$@"\n`);
  await chmod(wrapper, 0o755);
  return { wrapper, log };
}

/** Command lines with a filter on a picture, but for those that stop after one frame or take keyframes alone. */
const wholeDecodes = (commands: string): number =>
  commands.split('\n').filter((line) => /\[\d+:v:\d+\]| -vf /.test(line) && !/-frames:v 1 |-skip_frame nokey/.test(line)).length;

const bytesOf = async (folder: string): Promise<Map<string, number>> =>
  new Map(await Promise.all(RUNGS.map(async ({ width, height }) => [`${width}x${height}`, (await stat(join(folder, `picture-${height}.mp4`))).size] as const)));

function figures(seconds: number, ours: readonly Published[], bare: readonly Cost[], bareSizes: ReadonlyMap<string, number>): Figure[] {
  const [first] = ours;
  const alike = [...bareSizes].filter(([size, bytes]) => Math.abs((first?.rungs.get(size) ?? 0) / bytes - 1) < 0.05).length;
  const of = (pick: (one: Published) => number) => ours.map(pick);
  return [
    {
      what: `full path, ${seconds} s: CPU of the server, its children and the command, to the end`, measured: median(of((one) => one.cpuSeconds)), unit: 's', runs: of((one) => one.cpuSeconds),
      compared: { with: 'bare one-pass ffmpeg and a bare loudness pass', value: median(bare.map((one) => one.cpuSeconds)), runs: bare.map((one) => one.cpuSeconds) },
      must: { of: 'ratio', most: 1.1 },
    },
    { what: 'full path: commands that decode the whole picture', measured: Math.max(...of((one) => one.decodes)), unit: '', must: { of: 'value', most: 1 } },
    {
      what: 'full path: sizes of the picture that are there and as large as those of the bare command (within 5 %)', measured: alike, unit: '',
      compared: { with: 'sizes', value: Math.max(bareSizes.size, first?.rungs.size ?? 0) }, must: { of: 'ratio', least: 1 },
    },
    { what: 'full path: until it could be heard', measured: median(of((one) => one.watchableSeconds)), unit: 's' },
    {
      what: 'full path: until all was done', measured: median(of((one) => one.wallSeconds)), unit: 's',
      compared: { with: 'bare commands one after the other', value: median(bare.map((one) => one.wallSeconds)) },
    },
  ];
}
