import { describe, expect, it } from 'vitest';
import { readerTime } from './reader-time.ts';

const at = new Date('2026-03-12T14:00:00Z');
const plain = (text: string | null) => text?.replace(/\s/gu, ' ') ?? null;

describe('the time of a meeting on the reader’s clock', () => {
  it('is said where it differs', () => {
    expect(readerTime(at, 'en', 'America/New_York', 'Europe/Paris')).toBe('15:00');
    expect(plain(readerTime(at, 'ar', 'America/New_York', 'Africa/Cairo'))).toBe('4:00 م');
    expect(readerTime(at, 'zh', 'America/New_York', 'Asia/Shanghai')).toBe('22:00');
  });

  it('has its date where that differs too', () => {
    expect(readerTime(new Date('2026-03-12T23:00:00Z'), 'en', 'America/New_York', 'Asia/Tokyo')).toBe('13 March at 8:00');
  });

  it('is not said twice', () => {
    expect(readerTime(at, 'fr', 'America/New_York', 'America/Toronto')).toBeNull();
    expect(readerTime(at, 'en', 'UTC', 'UTC')).toBeNull();
  });
});
