import { describe, expect, it } from 'vitest';
import type { PartPlan, SoundPlan } from '../plan/index.ts';
import { silenceArgs } from './filler-args.ts';
import { measureArgs } from './measure-args.ts';
import { packageArgs, packageRuns } from './package-args.ts';
import { pictureArgs } from './picture-args.ts';
import { keyframesArgs, probeArgs } from './probe-args.ts';
import { posterArgs } from './stills-args.ts';
import { voiceArgs } from './voice-args.ts';

const sound = (key: string, over: Partial<SoundPlan> = {}): SoundPlan => ({ key, source: 0, track: 0, side: null, mode: 'copy', reasons: [], startSeconds: -0.021, ...over });
const rung = { id: '720p', width: 1280, height: 720, bitsPerSecond: 1_800_000 };
const plan = (sounds: SoundPlan[]): PartPlan => ({
  inputs: [{ path: '/m/-i evil.mkv', shiftSeconds: -0.021 }], secondPicture: null, sounds, durationMs: 60_000,
  picture: { source: 0, track: 0, mode: 'copy', reasons: [], top: rung, lower: [], framesPerSecond: 25, interlaced: false, blackSeconds: 0 },
});
const after = (argv: readonly string[], flag: string) => argv[argv.indexOf(flag) + 1];

describe('packageArgs', () => {
  it('copies picture and sounds to a file each, and says which', () => {
    const { argv, files } = packageArgs(plan([sound('floor'), sound('fr', { track: 1 })]), new Map(), '/out');
    expect(files).toEqual([
      { name: 'picture-720p.mp4', kind: 'picture', id: '720p' }, { name: 'sound-floor.mp4', kind: 'sound', id: 'floor' }, { name: 'sound-fr.mp4', kind: 'sound', id: 'fr' },
    ]);
    expect(argv).not.toContain('-filter_complex');
    expect(argv.filter((arg) => arg === '-map').length).toBe(3);
    expect(argv).toContain('0:a:1');
  });

  it('never lets a name be taken for an option or an address, and reads local files only', () => {
    const { argv } = packageArgs(plan([sound('floor')]), new Map(), '/out');
    expect(after(argv, '-i')).toBe('file:/m/-i evil.mkv');
    expect(after(argv, '-protocol_whitelist')).toBe('file');
    expect(argv.at(-1)).toBe('file:/out/sound-floor.mp4');
  });

  it('encodes a sound once decoded into both of its renditions, with its side and gain', () => {
    const { argv, files } = packageArgs(plan([sound('ru', { mode: 'encode', side: 1 })]), new Map([['ru', -4.5]]), '/out', '.p2');
    expect(after(argv, '-filter_complex')).toBe(
      '[0:a:0]pan=mono|c0=c1,aresample=48000:async=1:first_pts=0,apad=whole_dur=60,atrim=end=60,volume=-4.5dB:precision=float,asplit=2[s0][v0]');
    expect(files.slice(1).map((file) => file.name)).toEqual(['sound-ru.p2.mp4', 'voice-ru.p2.mp4']);
  });

  it('lets what starts after zero keep its time, and gives an edit list to what starts before', () => {
    const flags = (startSeconds: number) => packageArgs(plan([sound('floor', { startSeconds })]), new Map(), '/out').argv.findLast((arg) => arg.startsWith('+') && arg.includes('moov'));
    expect(flags(0.05)).toContain('+empty_moov+frag_discont');
    expect(flags(-0.02)).toContain('+delay_moov');
  });
});

describe('packageRuns', () => {
  const runs = (sounds: SoundPlan[], most: number) => packageRuns(plan(sounds), new Map(), '/out', '', most).map(({ files }) => files.map(({ name }) => name));
  const sounds = (count: number) => Array.from({ length: count }, (_, track) => sound(`c${track}`, { track }));

  it('shares a copy out over several cores, every file in exactly one run', () => {
    expect(runs(sounds(7), 2)).toEqual([
      ['picture-720p.mp4', 'sound-c0.mp4', 'sound-c1.mp4'], ['sound-c2.mp4', 'sound-c3.mp4', 'sound-c4.mp4', 'sound-c5.mp4', 'sound-c6.mp4'],
    ]);
    for (const [count, most] of [1, 2, 3, 6, 7, 29].flatMap((n) => [1, 2, 3, 5].map((runsAtMost) => [n, runsAtMost] as const))) {
      const shared = runs(sounds(count), most);
      expect(shared.length).toBeLessThanOrEqual(most);
      expect(shared.flat().toSorted()).toEqual(runs(sounds(count), 1).flat().toSorted());
      expect(shared.every((names) => names.length > 0)).toBe(true);
    }
  });

  it('leaves what has to be encoded in one run', () => {
    expect(runs([...sounds(6), sound('ru', { mode: 'encode' })], 4)).toHaveLength(1);
  });
});

describe('pictureArgs', () => {
  const spec = {
    input: { path: '/p.mp4', shiftSeconds: 0 }, track: 0, kind: 'picture' as const, plan: { framesPerSecond: 25, interlaced: false, blackSeconds: 0 },
    rungs: [rung, { ...rung, id: '360p', width: 640, height: 360 }], keyframes: null, sheets: null, folder: '/out',
  };

  it('decodes once for all sizes', () => {
    const { argv, files } = pictureArgs(spec);
    expect(argv.filter((arg) => arg === '-i').length).toBe(1);
    expect(after(argv, '-filter_complex')).toContain('split=2[d0][d1]');
    expect(files.map((file) => file.name)).toEqual(['picture-720p.mp4', 'picture-360p.mp4']);
    expect(after(argv, '-force_key_frames')).toBe('expr:gte(t,n_forced*2)');
  });

  it('puts keyframes where the copied size has its segments', () => {
    expect(after(pictureArgs({ ...spec, keyframes: [0, 4, 8.04] }).argv, '-force_key_frames')).toBe('0.000,3.980,8.020');
  });

  it('gives no argument that a system would refuse for its length, however long the recording', () => {
    const keyframes = Array.from({ length: 24 * 900 }, (_, n) => n * 4);
    expect(after(pictureArgs({ ...spec, keyframes }).argv, '-force_key_frames')).toBe('source');
    expect(Math.max(...pictureArgs({ ...spec, keyframes: keyframes.slice(0, 9000) }).argv.map((arg) => arg.length))).toBeLessThan(128 * 1024);
  });

  it('takes storyboard, deinterlacing and black in the same pass', () => {
    const { argv } = pictureArgs({
      ...spec, plan: { framesPerSecond: 25, interlaced: true, blackSeconds: 3 },
      sheets: { everySeconds: 5, columns: 10, rows: 10, tileWidth: 160, tileHeight: 90, pattern: 'storyboard-%03d.jpg' },
    });
    const graph = after(argv, '-filter_complex') ?? '';
    expect(graph).toMatch(/^\[0:v:0\]yadif=deint=interlaced,fps=25:start_time=3,setpts=PTS-STARTPTS,tpad=start_duration=3:color=black,/);
    expect(graph).toContain('split=3[d0][d1][d2]');
    expect(graph).toContain('tile=10x10[sheets]');
  });
});

describe('measuring, voices, stills and probes', () => {
  it('measures all channels in one run, a pipe each, with names that ffmpeg accepts', () => {
    const { argv, pipes } = measureArgs([{ path: '/a.mp4', shiftSeconds: 0 }], [{ key: 'zh-Hans', track: '0:a:0', chain: '' }, { key: 'fr', track: '0:a:1', chain: 'x,' }], 4);
    expect([...pipes]).toEqual([['zh-Hans', 4], ['fr', 5]]);
    expect(after(argv, '-filter_complex')).toContain('ebur128@zh_Hans=peak=true:metadata=1:framelog=verbose,ametadata=mode=print:key=lavfi.r128.M:file=pipe\\\\:4');
  });

  it('makes voices with the gain built in, and the standard sound anew where asked', () => {
    const { files, argv } = voiceArgs({ key: 'fr', path: '/a.mp4', gainDb: 5, resound: true }, '/out');
    expect(files.map((file) => file.name)).toEqual(['voice-fr.mp4', 'sound-fr.level.mp4']);
    expect(after(argv, '-filter_complex')).toBe('[0:a:0]aresample=48000:async=1:first_pts=0,aformat=channel_layouts=mono,volume=5dB:precision=float,asplit=2[v][s]');
    const plain = voiceArgs({ key: 'ar', path: '/b.mp4', gainDb: 0, resound: false }, '/out', '.p2');
    expect(plain.files.map((file) => file.name)).toEqual(['voice-ar.p2.mp4']);
    expect(after(plain.argv, '-filter_complex')).toBe('[0:a:0]aresample=48000:async=1:first_pts=0,aformat=channel_layouts=mono[v]');
    expect(argv).toContain('-copyts');
  });

  it('takes the poster by seeking, not by decoding up to it', () => {
    const argv = posterArgs({ path: '/a.mp4', shiftSeconds: 3 }, 0, 12, '/out/poster.jpg');
    expect(argv.indexOf('-ss')).toBeLessThan(argv.indexOf('-i'));
    expect(argv).not.toContain('-itsoffset');
  });

  it('makes silence in both renditions', () => {
    expect(silenceArgs(['fr'], 1500, '/out', '.p2').files.map((file) => file.name)).toEqual(['sound-fr.p2.mp4', 'voice-fr.p2.mp4']);
  });

  it('samples keyframes in windows too far apart for the hole between them to look like a keyframe distance', () => {
    for (let seconds = 1; seconds < 600; seconds += 1) {
      const windows = (after(keyframesArgs('/a.mkv', 0, 0, seconds), '-read_intervals') ?? '').split(',').map((one) => Number(one.split('%')[0]));
      expect(windows[0]).toBe(0);
      for (const [n, from] of windows.entries()) expect(from - (windows[n - 1] ?? -Infinity), `${seconds} s`).toBeGreaterThanOrEqual(24 + 30 + 10);
    }
  });

  it('probes with a list of known containers, so that a playlist in disguise is refused', () => {
    expect(after(probeArgs('/x'), '-format_whitelist')?.split(',')).not.toContain('hls');
  });
});
