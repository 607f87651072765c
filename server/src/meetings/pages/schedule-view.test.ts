import { describe, expect, it } from 'vitest';
import type { MeetingSummary } from '../meeting-detail.domain.ts';
import { byDay, calendarOf, dateWords, spanOf } from './schedule-view.ts';

const meeting = (slug: string, starts: string | null, timezone: string): MeetingSummary => ({
  id: slug, slug, starts, timezone, state: 'scheduled', title: { en: slug }, format: 'meeting', ends: null, symbol: null, durationMs: null, floorLanguages: [],
  publishedAt: null, updatedAt: '2026-01-01T00:00:00.000Z', body: null, channels: [],
});

describe('the span of a schedule', () => {
  it('is a day or a whole month', () => {
    expect(spanOf('2024-02')).toEqual({ of: 'month', date: '2024-02', month: '2024-02', first: '2024-02-01', last: '2024-02-29' });
    expect(spanOf('2024-02-03')).toMatchObject({ of: 'day', month: '2024-02', first: '2024-02-03', last: '2024-02-03' });
    expect(['2024', '2024-02-30', '', 'x'].map(spanOf)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is said in words', () => {
    expect([dateWords('2026-03', 'ru'), dateWords('2026-03-12', 'zh'), dateWords('2026-03-01', 'ar')]).toEqual(['март 2026 г.', '2026年3月12日星期四', 'الأحد، 1 مارس 2026']);
  });
});

describe('days', () => {
  it('hold the meetings that begin on them where they are held; one without a start is on none', () => {
    const days = byDay([meeting('b', '2026-03-12T23:00:00Z', 'Asia/Tokyo'), meeting('a', '2026-03-12T23:30:00Z', 'UTC'), meeting('open', null, 'UTC')]);
    expect(days.map(({ day, meetings }) => [day, meetings.map(({ slug }) => slug)])).toEqual([['2026-03-12', ['a']], ['2026-03-13', ['b']]]);
  });
});

describe('a calendar', () => {
  it('counts the meetings of each day, and begins the week as the language does', () => {
    const { weekdays, weeks } = calendarOf('2026-03', [{ day: '2026-03-12', meetings: 3 }], 'en');
    expect(weekdays[0]).toEqual({ short: 'Mon', long: 'Monday' });
    expect(weeks.flat().filter((day) => day !== null && day.meetings > 0)).toEqual([{ day: '2026-03-12', number: 12, meetings: 3 }]);
    expect(calendarOf('2026-03', [], 'ar').weekdays[0]?.long).toBe('الأحد');
  });
});
