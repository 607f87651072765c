import { describe, expect, it } from 'vitest';
import { checkChannels } from './check-channels.ts';
import { channelOf, makeMeeting, measured } from './test-speech.ts';

const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'];
const DRIFTS: Readonly<Record<string, number>> = { ar: 0, zh: 12, en: -36, fr: 75, ru: 150, es: -900 };

describe('a meeting of three hours', () => {
  const meeting = makeMeeting({ seed: 4, seconds: 10_800, languages: LANGUAGES, turnS: 150 });
  const booths = LANGUAGES.map((key) => {
    const power = meeting.booths.get(key) ?? meeting.floor;
    return channelOf(key, measured(power, { gainDb: -3, noiseLufs: -55, driftMsPerHour: DRIFTS[key] ?? 0 }));
  });
  const channels = [channelOf('floor', measured(meeting.floor)), ...booths];
  const before = process.cpuUsage();
  const reports = checkChannels({ channels, floorKey: 'floor', turns: meeting.turns, floorLanguages: LANGUAGES });
  const { user, system } = process.cpuUsage(before);

  it('is checked within 3 s of one core', () => {
    expect((user + system) / 1e6).toBeLessThan(3);
  });

  it.each(Object.entries(DRIFTS))('tells the drift of %s, %i ms an hour, to within 5', (key, drift) => {
    const found = reports.find((report) => report.key === key)?.findings.find((one) => one.check === 'drift');
    expect(Math.abs((found?.value ?? Number.NaN) - drift)).toBeLessThanOrEqual(5);
    expect(found?.result).toBe(Math.abs(drift) > 120 ? 'fault' : Math.abs(drift) > 40 ? 'warning' : 'ok');
  });

  it('raises no other alarm', () => {
    const alarms = reports.flatMap((report) => report.findings)
      .filter((one) => ['fault', 'warning'].includes(one.result) && !['offset', 'drift'].includes(one.check));
    expect(alarms).toEqual([]);
  });
});
