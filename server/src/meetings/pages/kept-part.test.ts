import { raw } from 'hono/html';
import { describe, expect, it } from 'vitest';
import type { MeetingDetail } from '../meeting-detail.domain.ts';
import { keptPart } from './kept-part.ts';

const meeting = () => ({ id: 'm' }) as MeetingDetail;

describe('a part of a page that is kept', () => {
  it('is made once for a state of the meeting and a key, and anew for another of either', async () => {
    let made = 0;
    const make = () => raw(`<ol>${made += 1}</ol>`);
    const one = meeting();
    expect([await keptPart(one, 'turns en', make), await keptPart(one, 'turns en', make)].map(String)).toEqual(['<ol>1</ol>', '<ol>1</ol>']);
    expect(String(await keptPart(one, 'turns fr', make))).toBe('<ol>2</ol>');
    expect(String(await keptPart(meeting(), 'turns en', make))).toBe('<ol>3</ol>');
  });

  it('goes when many others have come, so that addresses made up by anybody fill no memory', async () => {
    let made = 0;
    const one = meeting();
    const ask = (key: string) => keptPart(one, key, () => raw(String(made += 1)));
    await ask('first');
    for (let n = 0; n < 50; n += 1) await ask(`ch=${n}`);
    await ask('ch=49');
    expect(made).toBe(51);
    await ask('first');
    expect(made).toBe(52);
  });
});
