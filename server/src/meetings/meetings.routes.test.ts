import { describe, expect, it } from 'vitest';
import { ListQuery } from './meetings.routes.ts';

describe('what the list of meetings can be asked', () => {
  it('takes every filter of the catalogue', () => {
    const asked = { body: 'council', series: 'peace', topic: 'water', speaker: 'ana', language: 'zh-Hant', from: '2024-02-29', to: '2026-03-12', order: 'soonest', q: 'river', limit: '20' };
    expect(ListQuery.parse(asked)).toEqual({ ...asked, limit: 20 });
  });

  it.each([{ from: '2026-02-29' }, { to: '0000-01-01' }, { from: 'yesterday' }, { order: 'loudest' }, { limit: '0' }])('refuses %j', (asked) => {
    expect(ListQuery.safeParse(asked).success).toBe(false);
  });
});
