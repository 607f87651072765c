import { describe, expect, it } from 'vitest';
import { rememberReads, trustVersion } from './index.ts';

function counting() {
  const state = { version: '1', at: 0, reads: 0, away: false };
  const remember = rememberReads({
    version: trustVersion(async () => { if (state.away) throw new Error('the database is away'); return state.version; }, { now: () => state.at }),
    most: 2,
  });
  const read = (key = 'a') => remember(key, async () => `${key}${state.reads += 1}`);
  return { state, remember, read };
}

describe('rememberReads', () => {
  it('reads once for each state of the data, however many ask', async () => {
    const { state, read } = counting();
    expect(await Promise.all([read(), read()])).toEqual(['a1', 'a1']);
    state.version = '2';
    expect(await read()).toBe('a1');
    state.at = 500;
    expect([await read(), await read()]).toEqual(['a2', 'a2']);
  });

  it('forgets what was asked for longest ago', async () => {
    const { read } = counting();
    for (const key of ['a', 'b', 'a', 'c']) await read(key);
    expect([await read('a'), await read('b')]).toEqual(['a1', 'b4']);
  });

  it('remembers no failure, and reads on without a version', async () => {
    const { state, remember, read } = counting();
    await expect(remember('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await read()).toBe('a1');
    Object.assign(state, { away: true, at: 500 });
    expect([await read(), await read()]).toEqual(['a2', 'a3']);
  });
});
