import { expect, it } from 'vitest';
import { rememberEach } from './remember-each.ts';

function setUp(most = 10) {
  const reads: string[][] = [];
  const each = rememberEach<string, string>(most, async (keys) => {
    reads.push([...keys]);
    return keys.filter((key) => key !== 'gone').map((key) => [key, `${key}!`] as const);
  });
  return { each, reads };
}

it('reads each thing once while the data stay as they are, and what is missing at once', async () => {
  const { each, reads } = setUp();
  expect((await each('1', ['a', 'b', 'a'])).get('b')).toBe('b!');
  expect((await each('1', ['a', 'c'])).get('c')).toBe('c!');
  await each('1', ['a', 'b', 'c']);
  expect(reads).toEqual([['a', 'b'], ['c']]);
});

it('reads again once the data have changed, and asks again for what there was not', async () => {
  const { each, reads } = setUp();
  await each('1', ['a', 'gone']);
  expect((await each('1', ['gone'])).has('gone')).toBe(false);
  await each('2', ['a']);
  expect(reads).toEqual([['a', 'gone'], ['gone'], ['a']]);
});

it('gives all that was asked for when it forgets what was asked long ago', async () => {
  const { each, reads } = setUp(4);
  await each('1', ['a', 'b', 'c']);
  const known = await each('1', ['a', 'd', 'e']);
  expect(['a', 'd', 'e'].map((key) => known.get(key))).toEqual(['a!', 'd!', 'e!']);
  expect(reads).toEqual([['a', 'b', 'c'], ['d', 'e']]);
});

it('keeps what was read for an older state out of a newer one', async () => {
  let free = (): void => {};
  const waits = new Promise<void>((resolve) => { free = resolve; });
  let state = 'old';
  const each = rememberEach<string, string>(10, async (keys) => {
    const read = state;
    if (read === 'old') await waits;
    return keys.map((key) => [key, read] as const);
  });
  const older = each('1', ['a']);
  state = 'new';
  await each('2', ['b']);
  free();
  expect((await older).get('a')).toBe('old');
  expect((await each('2', ['a'])).get('a')).toBe('new');
});
