import { describe, expect, it } from 'vitest';
import { daysOfMonth, isDay, isMonth, localDay, stageOf, weeksOfMonth } from './day.domain.ts';

describe('days', () => {
  it('are those of the place of the meeting', () => {
    const at = new Date('2026-03-13T00:30:00Z');
    expect(['America/New_York', 'UTC', 'Pacific/Auckland'].map((zone) => localDay(at, zone))).toEqual(['2026-03-12', '2026-03-13', '2026-03-13']);
  });

  it('are days of the calendar', () => {
    expect(['2024-02-29', '2026-12-31'].every(isDay)).toBe(true);
    for (const no of ['2026-02-29', '2026-13-01', '2026-1-1', '0000-01-01', '2026-03-12T', ' 2026-03-12', '9999-01-01']) expect(isDay(no), no).toBe(false);
    expect([isMonth('2026-03'), isMonth('2026-00'), isMonth('2026-03-01')]).toEqual([true, false, false]);
  });
});

describe('a month', () => {
  it('has its days', () => {
    expect(daysOfMonth('2024-02')).toEqual({ first: '2024-02-01', last: '2024-02-29' });
    expect(daysOfMonth('2026-12').last).toBe('2026-12-31');
  });

  it('is laid out in weeks that begin on the day they begin on there', () => {
    // 1 March 2026 is a Sunday.
    expect(weeksOfMonth('2026-03', 7)[0]?.[0]).toBe('2026-03-01');
    expect(weeksOfMonth('2026-03', 1)[0]).toEqual([null, null, null, null, null, null, '2026-03-01']);
    expect(weeksOfMonth('2026-03', 6)[0]?.slice(0, 2)).toEqual([null, '2026-03-01']);
    expect(weeksOfMonth('2026-03', 1).flat().filter((day) => day !== null)).toHaveLength(31);
  });
});

describe('a scheduled meeting', () => {
  it.each([
    ['2026-03-12T10:00:00Z', null, '2026-03-12T09:59:59Z', 'to-come'], ['2026-03-12T10:00:00Z', null, '2026-03-12T10:00:00Z', 'under-way'],
    ['2026-03-12T10:00:00Z', null, '2026-03-12T14:00:00Z', 'over'], ['2026-03-12T10:00:00Z', '2026-03-12T11:00:00Z', '2026-03-12T11:00:00Z', 'over'], [null, null, '2026-03-12T10:00:00Z', 'to-come'],
  ] as const)('that begins at %s and ends at %s is, at %s, %s', (starts, ends, now, stage) => {
    expect(stageOf({ starts, ends }, new Date(now))).toBe(stage);
  });
});
