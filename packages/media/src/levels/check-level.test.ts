import { describe, expect, it } from 'vitest';
import type { ChannelFinding, ChannelLevels } from './channel-report.ts';
import { checkChannels } from './check-channels.ts';
import { channelOf, makeMeeting, measured } from './test-speech.ts';

const { floor, booths } = makeMeeting({ seed: 3, seconds: 300, languages: ['en'], spoken: ['es'] });
const english = measured(booths.get('en') ?? floor);
const silence = new Float32Array(floor.length);

function found(check: 'silent' | 'clipped', envelope: Float32Array, rest: Partial<ChannelLevels> = {}): ChannelFinding | undefined {
  const channels = [channelOf('floor', measured(floor)), channelOf('en', envelope, rest)];
  const reports = checkChannels({ channels, floorKey: 'floor', turns: null, floorLanguages: ['es'] });
  return reports[1]?.findings.find((one) => one.check === check);
}

describe('silent', () => {
  it('is a fault when nothing is above -50 LUFS', () => {
    expect(found('silent', measured(silence))).toMatchObject({ result: 'fault', value: 0, unit: 'share', note: 'no-sound' });
    expect(found('silent', measured(silence, { noiseLufs: -51 }))).toMatchObject({ result: 'fault' });
  });

  it('is only a warning where the language is signed', () => {
    expect(found('silent', measured(silence), { role: 'sign-language' })).toMatchObject({ result: 'warning', note: 'no-sound' });
  });

  it('hears a hum for what it is', () => {
    expect(found('silent', measured(silence, { noiseLufs: -34 }))).toMatchObject({ result: 'warning', value: 1, note: 'steady-sound' });
  });

  it('warns of a booth that was hardly manned', () => {
    expect(found('silent', english.map((value, hop) => (hop < 200 ? value : -75)))).toMatchObject({ result: 'warning', note: 'mostly-silent' });
  });

  it('is fine for a booth that speaks, loudly or not', () => {
    const fine = found('silent', english);
    expect(fine).toMatchObject({ result: 'ok', note: null });
    expect(fine?.value).toBeGreaterThan(0.5);
    expect(found('silent', english.map((value) => value - 18))).toMatchObject({ result: 'ok' });
  });

  it("can't be told when nothing was measured", () => {
    expect(found('silent', new Float32Array())).toMatchObject({ result: 'not-checkable', note: 'not-measured', value: null });
  });
});

describe('clipped', () => {
  const clipped = (atFullScale: number, truePeakDbtp: number, samples = 1_000_000): ChannelFinding | undefined =>
    found('clipped', english, { atFullScale, truePeakDbtp, samples });

  it('grades by the part of samples at full scale', () => {
    expect(clipped(40_000, 0.4)).toMatchObject({ result: 'fault', value: 40, unit: 'per-mille' });
    expect(clipped(1900, 0.1)).toMatchObject({ result: 'warning', value: 1.9 });
    expect(clipped(100, 0.6)).toMatchObject({ result: 'ok', value: 0.1 });
    expect(clipped(0, -6)).toMatchObject({ result: 'ok', value: 0, note: null });
  });

  it('lets a limiter pass', () => {
    expect(clipped(900, -0.3)).toMatchObject({ result: 'ok', note: 'limited' });
  });

  it('warns of peaks far over full scale', () => {
    expect(clipped(0, 2.7)).toMatchObject({ result: 'warning', note: 'true-peak' });
  });

  it("can't be told without counts, unless the peak is low", () => {
    expect(clipped(0, 0.2, 0)).toMatchObject({ result: 'not-checkable', value: null, note: 'not-measured' });
    expect(clipped(0, Number.NaN, 0)).toMatchObject({ result: 'not-checkable' });
    expect(clipped(0, -6, 0)).toMatchObject({ result: 'ok', value: null });
  });
});
