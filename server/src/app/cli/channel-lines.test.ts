import { describe, expect, it } from 'vitest';
import type { LagSummary } from '#lag/index.ts';
import type { MediaChannel } from '#recordings/index.ts';
import { channelLines } from './channel-lines.ts';

const channel = { key: 'fr', loudnessLufs: -23, truePeakDbtp: -7, levelledDb: 5, checks: [] } as unknown as MediaChannel;
const channels = [{ key: 'fr', role: 'interpretation', language: 'fr' }] as never;
const lag: LagSummary = { channel: 'fr', withWords: true, version: 1, measuredAt: '2026-11-24T15:00:00.000Z', usualMs: 2340, leastMs: 1100, mostMs: 4620, confidence: 0.91 };

describe('what the command line says of a channel', () => {
  it.each<[string, readonly LagSummary[], readonly string[]]>([
    ['nothing of a lag that isn’t known', [{ ...lag, channel: 'ar' }], []],
    ['how far it is behind the floor', [lag], ['    2.3 s behind the floor (1.1 to 4.6 s), by pauses and words; 91 % sure to a second']],
    ['what that rests on', [{ ...lag, withWords: false }], ['    2.3 s behind the floor (1.1 to 4.6 s), by pauses; 91 % sure to a second']],
    ['that there is nothing to be behind of', [{ ...lag, usualMs: null, leastMs: null, mostMs: null }], ['    carries the floor all the time']],
  ])('%s', (_, lags, said) => {
    expect(channelLines(channel, channels, lags)).toEqual(['  fr       interpretation, fr: -23.0 LUFS, true peak -7.0 dBTP, gain 5.0 dB', ...said]);
  });
});
