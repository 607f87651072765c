import { describe, expect, it } from 'vitest';
import { inTimezone, isTimezone, parseInstant, parseSeconds, toMs } from './time.domain.ts';

describe('times on the timeline', () => {
  it.each<[number | string, number]>([[95.5, 95_500], ['1:35.5', 95_500], ['0:01:35', 95_000], ['1:02:03.045', 3_723_045], ['100:00:00', 360_000_000], [0, 0], [1.0005, 1001]])(
    'reads %s as %d ms', (value, ms) => expect(toMs(value)).toBe(ms));
  it.each(['', '95', '1:60', '1:60:00', '-1:00', '1:2:3:4', 'one', '1:00.', '1:5', Infinity, NaN])('refuses %s', (value) => {
    expect(parseSeconds(value)).toBeUndefined();
  });
});

describe('instants', () => {
  it('are stored in UTC and written as clocks in the zone show them', () => {
    expect(parseInstant('2020-12-03T10:00:00-05:00')).toBe('2020-12-03T15:00:00.000Z');
    expect(parseInstant('2020-12-03T10:00Z')).toBe('2020-12-03T10:00:00.000Z');
    expect(inTimezone('2020-12-03T15:00:00.000Z', 'America/New_York')).toBe('2020-12-03T10:00:00-05:00');
    expect(inTimezone('2020-07-03T15:00:00.250Z', 'America/New_York')).toBe('2020-07-03T11:00:00.250-04:00');
    expect(inTimezone('2020-12-03T15:00:00.000Z', 'Asia/Kathmandu')).toBe('2020-12-03T20:45:00+05:45');
    expect(inTimezone('2020-12-03T15:00:00.000Z', 'UTC')).toBe('2020-12-03T15:00:00Z');
    expect(inTimezone('1850-01-01T00:00:00.000Z', 'Europe/Paris')).toMatch(/^18/);
  });

  it('come back the same from any zone', () => {
    for (const zone of ['UTC', 'America/St_Johns', 'Pacific/Kiritimati', 'Europe/Paris', 'Africa/Monrovia']) {
      for (const iso of ['2020-12-03T15:00:00.000Z', '1969-07-20T20:17:40.123Z', '1890-05-05T05:05:05.000Z']) {
        expect([zone, parseInstant(inTimezone(iso, zone))]).toEqual([zone, iso]);
      }
    }
  });

  it.each(['2020-12-03', '2020-12-03T10:00:00', '2020-02-30T10:00:00Z', '2020-13-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59-14:00', 'tomorrow', ''])(
    'refuse %s', (value) => expect(parseInstant(value)).toBeUndefined());
});

it('knows the time zones of the IANA list', () => {
  expect(['America/New_York', 'UTC', 'Asia/Calcutta'].map(isTimezone)).toEqual([true, true, true]);
  expect(['Mars/Olympus', '+05:00', '', 'Europe/Paris; drop', '../etc'].map(isTimezone)).toEqual([false, false, false, false, false]);
});
