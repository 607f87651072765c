import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { FakeMachine } from './fake-machine.test-support.ts';
import { alone } from './lock.mjs';

vi.spyOn(process.stderr, 'write').mockReturnValue(true);

it('lets one set-up work at a time and leaves no lock behind', async () => {
  using fake = new FakeMachine();
  let working = 0;
  const most: number[] = [];
  const work = async () => {
    most.push(++working);
    await new Promise((done) => setTimeout(done, 20));
    working--;
  };
  await Promise.all([alone(fake.folder, work), alone(fake.folder, work)]);
  expect(most).toEqual([1, 1]);
  expect(existsSync(join(fake.folder, '.cache', 'setup.lock'))).toBe(false);
});

it('does not wait for a set-up that was killed', async () => {
  using fake = new FakeMachine();
  mkdirSync(join(fake.folder, '.cache'));
  // No process has this number: it is above the largest that Linux gives.
  writeFileSync(join(fake.folder, '.cache', 'setup.lock'), String(2 ** 22 + 1));
  const done = vi.fn(async () => {});
  await alone(fake.folder, done);
  expect(done).toHaveBeenCalledOnce();
});
