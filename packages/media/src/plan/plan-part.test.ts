import { describe, expect, it } from 'vitest';
import type { MediaFile, PictureTrack, SoundTrack } from '../probe/index.ts';
import type { ChannelSource, PartSources, PlanSource } from './plan.domain.ts';
import { planPart } from './plan-part.ts';

const picture = (over: Partial<PictureTrack> = {}): PictureTrack => ({
  kind: 'picture', index: 0, ordinal: 0, codec: 'h264', profile: 'High', level: 31, width: 1280, height: 720, pixelAspect: 1, pixelFormat: 'yuv420p',
  framesPerSecond: 25, interlaced: false, rotation: 0, still: false, encrypted: false, startSeconds: 0, durationSeconds: 60, bitsPerSecond: 1e6, ...over,
});
const sound = (ordinal: number, over: Partial<SoundTrack> = {}): SoundTrack => ({
  kind: 'sound', index: ordinal + 1, ordinal, codec: 'aac', profile: 'LC', sampleRate: 48_000, width: 1, encrypted: false,
  language: null, title: null, startSeconds: 0, durationSeconds: 60, bitsPerSecond: 96_000, ...over,
});
const file = (over: Partial<MediaFile> = {}): MediaFile => ({
  formats: ['mov', 'mp4'], startSeconds: 0, durationSeconds: 60, sizeBytes: 10e6, pictures: [picture()], sounds: [sound(0), sound(1)], ...over,
});
const source = (media: MediaFile, first: Record<string, number> = {}, offsetSeconds = 0, keyframeGapSeconds: number | null = 2): PlanSource => ({
  path: '/in.mp4', media, packets: { first: new Map(Object.entries(first)), last: new Map(), hidden: new Map(), keyframeGapSeconds }, edited: new Set(), offsetSeconds,
});
const channel = (key: string, track: number, over: Partial<ChannelSource> = {}): ChannelSource => ({ key, source: 0, track, side: null, ...over });
const part = (sources: PlanSource[], over: Partial<PartSources> = {}): PartSources => ({
  sources, picture: { source: 0, track: 0 }, secondPicture: null, channels: [channel('floor', 0), channel('fr', 1)], ...over,
});

describe('planPart', () => {
  it('copies H.264 and AAC-LC as they are, and encodes only smaller sizes', () => {
    const plan = planPart(part([source(file())]));
    expect(plan.picture).toMatchObject({ mode: 'copy', reasons: [], top: { id: '720p' }, lower: [{ id: '360p', width: 640, height: 360 }] });
    expect(plan.sounds.map((one) => one.mode)).toEqual(['copy', 'copy']);
    expect(plan.durationMs).toBe(60_000);
  });

  it.each([
    ['codec', { codec: 'hevc' }], ['profile', { profile: 'High 4:2:2' }], ['pixels', { pixelFormat: 'yuv422p' }], ['size', { width: 3840, height: 2160 }],
    ['interlaced', { interlaced: true }], ['rotated', { rotation: 90 }],
  ] as const)('encodes a picture for its %s', (reason, over) => {
    const plan = planPart(part([source(file({ pictures: [picture(over)] }))]));
    expect(plan.picture).toMatchObject({ mode: 'encode', reasons: [reason] });
    expect(plan.picture?.top.height).toBeLessThanOrEqual(1280);
  });

  it('encodes a picture whose keyframes are further apart than ten seconds', () => {
    expect(planPart(part([source(file(), {}, 0, 12)])).picture).toMatchObject({ mode: 'encode', reasons: ['keyframes'] });
    expect(planPart(part([source(file(), {}, 0, 10)])).picture?.mode).toBe('copy');
  });

  it.each([
    ['codec', { codec: 'pcm_s16le' }, {}], ['profile', { profile: 'HE-AAC' }, {}], ['one-side', { width: 2 }, { side: 1 }],
    ['too-many-channels', { width: 6 }, {}], ['sample-rate', { sampleRate: 96_000 }, {}], ['short', { durationSeconds: 40 }, {}],
  ] as const)('encodes a sound for its %s', (reason, over, ref) => {
    const plan = planPart(part([source(file({ sounds: [sound(0, over)] }))], { channels: [channel('floor', 0, ref)] }));
    expect(plan.sounds[0]).toMatchObject({ mode: 'encode', reasons: [reason] });
  });

  it('puts zero at the first frame of the picture, with the sounds where they are against it', () => {
    // As ffmpeg writes Matroska: AAC priming at 0, the picture after it.
    const plan = planPart(part([source(file({ formats: ['matroska', 'webm'] }), { 'video:0': 0.021, 'audio:0': 0, 'audio:1': 0 })]));
    expect(plan.inputs[0]?.shiftSeconds).toBe(-0.021);
    expect(plan.sounds[0]?.startSeconds).toBeCloseTo(-0.021, 6);
  });

  it('undoes what ffmpeg subtracts from a clock that does not start at zero', () => {
    const media = file({ formats: ['mpegts'], startSeconds: 1.459 });
    const plan = planPart(part([source(media, { 'video:0': 1.48, 'audio:0': 1.459, 'audio:1': 1.459 })]));
    expect(plan.inputs[0]?.shiftSeconds).toBe(-0.021);
    expect(plan.sounds[1]?.startSeconds).toBeCloseTo(-0.021, 6);
  });

  it('keeps a start of the file that is not zero, where the container has a zero of its own', () => {
    const media = file({ startSeconds: 0.5, pictures: [] });
    const plan = planPart(part([source(media, { 'audio:0': 0.5, 'audio:1': 0.5 })], { picture: null }));
    expect(plan.inputs[0]?.shiftSeconds).toBe(0.5);
    expect(plan.sounds[0]).toMatchObject({ startSeconds: 0.5, mode: 'encode', reasons: ['late'] });
  });

  it('gives black to a picture that comes long after the sound, instead of cutting the sound', () => {
    const plan = planPart(part([source(file(), { 'video:0': 3, 'audio:0': 0, 'audio:1': 0 })]));
    expect(plan.picture).toMatchObject({ mode: 'encode', reasons: ['late'], blackSeconds: 3 });
    expect(plan.sounds[0]?.startSeconds).toBe(0);
  });

  it('lays a separate file where its offset says', () => {
    const second = source(file({ formats: ['wav'], pictures: [], sounds: [sound(0, { codec: 'pcm_s16le' })] }), { 'audio:0': 0 }, 1.25);
    const plan = planPart(part([source(file(), { 'video:0': 0 }), second], { channels: [channel('floor', 0), channel('ar', 0, { source: 1 })] }));
    expect(plan.inputs[1]?.shiftSeconds).toBe(1.25);
    expect(plan.sounds[1]).toMatchObject({ startSeconds: 1.25, mode: 'encode', reasons: ['codec', 'late'] });
  });

  it('lasts as long as the picture, or as the sound where that goes on much longer', () => {
    const sounds = (seconds: number) => planPart(part([source(file({ sounds: [sound(0, { durationSeconds: seconds })] }))], { channels: [channel('floor', 0)] })).durationMs;
    expect(sounds(60.02)).toBe(60_000);
    expect(sounds(90)).toBe(90_000);
  });

  it('encodes what an edit list cuts off at the start or puts together, instead of copying what nobody may see', () => {
    const cut: PlanSource = { ...source(file(), { 'video:0': 0, 'audio:0': -0.9, 'audio:1': -0.021 }), edited: new Set(['audio:1']) };
    const hidden = new Map([['video:0', 1.4], ['audio:0', 0.9], ['audio:1', 0.021]]);
    const plan = planPart(part([{ ...cut, packets: { ...cut.packets, hidden } }]));
    expect(plan.picture).toMatchObject({ mode: 'encode', reasons: ['early'], blackSeconds: 0 });
    expect(plan.sounds.map(({ reasons }) => reasons)).toEqual([['early'], ['edited']]);
    expect(plan.inputs[0]?.shiftSeconds).toBe(0);
  });

  it('follows the clock of a transport stream that begins anew', () => {
    const over = { startSeconds: -2.339, durationSeconds: 60 };
    const media = file({ formats: ['mpegts'], startSeconds: -2.339, pictures: [picture({ ...over, startSeconds: -2.318 })], sounds: [sound(0, over)] });
    const plan = planPart(part([source(media, { 'video:0': -2.318, 'audio:0': -2.339 })], { channels: [channel('floor', 0)] }));
    expect(plan).toMatchObject({ durationMs: 60_000, inputs: [{ shiftSeconds: -0.021 }], sounds: [{ mode: 'copy' }] });
  });

  it('takes a clock that shows the time of day for a clock, not for a start an hour late', () => {
    const media = file({ formats: ['matroska', 'webm'], startSeconds: 3600, durationSeconds: 3660, pictures: [], sounds: [sound(0, { startSeconds: 3600, durationSeconds: null })] });
    const plan = planPart(part([source(media, { 'audio:0': 3600 })], { picture: null, channels: [channel('floor', 0)] }));
    expect(plan).toMatchObject({ durationMs: 60_000, sounds: [{ startSeconds: 0, mode: 'copy' }] });
  });

  it('believes the packets where the container does not know where a track ends, or says something else', () => {
    const ends = (claimed: number | null, seen: number) => {
      const one = source(file({ durationSeconds: null, pictures: [], sounds: [sound(0, { durationSeconds: claimed })] }));
      return planPart(part([{ ...one, packets: { ...one.packets, last: new Map([['audio:0', seen]]) } }], { picture: null, channels: [channel('floor', 0)] })).durationMs;
    };
    expect([ends(null, 42), ends(60, 42), ends(60, 60.02)]).toEqual([42_000, 42_000, 60_000]);
  });

  it('keeps the shape in which a picture is shown, and absurdly wide ones small', () => {
    const planned = (over: Partial<PictureTrack>) => planPart(part([source(file({ pictures: [picture({ codec: 'mpeg2video', ...over })] }))])).picture;
    expect(planned({ width: 720, height: 576, pixelAspect: 64 / 45 })?.top).toMatchObject({ width: 1024, height: 576 });
    expect(planned({ width: 720, height: 576, pixelAspect: 64 / 45, codec: 'h264' })).toMatchObject({ mode: 'copy', top: { width: 720 }, lower: [{ width: 640, height: 360 }] });
    expect(planned({ width: 8000, height: 64 })?.top).toMatchObject({ width: 1874, height: 14 });
    expect(planned({ width: 2, height: 4000 })?.top).toMatchObject({ width: 2, height: 1080 });
    expect(planned({ framesPerSecond: 0.1 })?.framesPerSecond).toBe(1);
  });

  it('halves high frame rates and keeps sides even when it encodes', () => {
    const plan = planPart(part([source(file({ pictures: [picture({ codec: 'vp9', width: 853, height: 481, framesPerSecond: 50 })] }))]));
    expect(plan.picture).toMatchObject({ framesPerSecond: 25, top: { width: 852, height: 480 } });
  });
});
