import { describe, expect, it } from 'vitest';
import { readAddress, waitForMail } from './follow.domain.ts';

describe('an e-mail address', () => {
  it.each([['ana@example.net', 'ana@example.net'], [' Ana.Ruiz+tv@EXAMPLE.net ', 'Ana.Ruiz+tv@example.net'], ['用户@例子.中国', '用户@例子.中国']])('%s is kept as %s', (text, kept) => {
    expect(readAddress(text)).toBe(kept);
  });

  it.each(['', 'ana', 'ana@localhost', 'a@b@example.net', 'ana@example.net\r\nBcc: all@example.net', 'ana@example.net, bo@example.net', 'Ana <ana@example.net>', 'ana@-x.net', 'ana@x..net', `${'a'.repeat(250)}@example.net`, 'a\u202Eb@example.net'])('%j is none', (text) => {
    expect(readAddress(text)).toBeNull();
  });
});

describe('the next mail', () => {
  it('waits until enough time has passed since the last', () => {
    const now = new Date('2026-03-02T12:00:00Z');
    expect([waitForMail({ mailedAt: null }, now, 1000), waitForMail({ mailedAt: now }, now, 1000), waitForMail({ mailedAt: new Date(0) }, now, 1000)]).toEqual([0, 1000, 0]);
  });
});
