import { describe, expect, it } from 'vitest';
import { DIFFERENT, matchPair, ONE_SIDED, SAME, UNKNOWN } from './match.ts';
import { makeMeeting, measured, seeded, type Line } from './test-speech.ts';
import { trackOf, type Track } from './windows.ts';

const track = (power: Float32Array, line?: Line): Track => trackOf({ envelope: measured(power, line), integratedLufs: -20 });
const { floor, booths } = makeMeeting({ seed: 8, seconds: 900, languages: ['en', 'fr'], spoken: ['es'], pauseS: 4 });
const [english = floor, french = floor] = [...booths.values()];
const silence = new Float32Array(floor.length);

function shares(first: Track, second: Track): { unknown: number; different: number; same: number; oneSided: number } {
  const { states } = matchPair(first, second);
  const share = (wanted: number): number => states.filter((state) => state === wanted).length / states.length;
  return { unknown: share(UNKNOWN), different: share(DIFFERENT), same: share(SAME), oneSided: share(ONE_SIDED) };
}

describe('matchPair', () => {
  it.each<readonly [string, Line]>([
    ['as it is', {}], ['quieter', { gainDb: -14 }], ['louder', { gainDb: 6 }], ['late', { delayMs: 2950 }], ['early', { delayMs: -2950 }],
    ['under noise', { noiseLufs: -32 }],
  ])('knows the same sound: %s', (_, line) => {
    expect(shares(track(floor), track(floor, line)).same).toBeGreaterThan(0.97);
  });

  it('knows interpretation that pauses where the speaker pauses', () => {
    expect(shares(track(floor), track(english)).same).toBeLessThan(0.01);
    expect(shares(track(floor), track(english)).different).toBeGreaterThan(0.97);
    expect(shares(track(english), track(french)).same).toBeLessThan(0.01);
  });

  it('says nothing about silence, hum and hiss', () => {
    expect(shares(track(floor), track(silence))).toMatchObject({ oneSided: 1 });
    expect(shares(track(silence), track(floor))).toMatchObject({ unknown: 1 });
    const random = seeded(1);
    const hum = trackOf({ envelope: measured(silence, { noiseLufs: -30 }).map((value) => value + random()), integratedLufs: -30 });
    expect(shares(track(floor), hum)).toMatchObject({ unknown: 1 });
  });

  it('leaves out what only leaks into a channel', () => {
    const leaking = trackOf({ envelope: measured(floor, { gainDb: -24 }), integratedLufs: -18 });
    expect(shares(track(floor), leaking).same).toBe(0);
  });

  it('compares nothing when there is less than a window', () => {
    expect(matchPair(trackOf({ envelope: new Float32Array(99), integratedLufs: -20 }), track(floor)).states).toHaveLength(0);
  });
});
