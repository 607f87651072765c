import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineJob } from './define-job.ts';
import type { AnyJob } from './queue.ports.ts';
import { createRegistry } from './registry.ts';

const job = (name: string) => defineJob({ name, payload: z.object({}), attempts: 1, leaseSeconds: 1 });
const [one, two, three] = [job('test.one.v1'), job('test.two.v1'), job('test.three.v1')];
const all = (...jobs: unknown[]): AnyJob[] => jobs as AnyJob[];
const nothing = async (): Promise<void> => undefined;

describe('createRegistry', () => {
  it('is complete when each job has its one handler', () => {
    expect(() => createRegistry().handle(one, nothing).handle(two, nothing).assertComplete(all(one, two))).not.toThrow();
  });

  it('names what is missing, doubled or unknown', () => {
    const registry = createRegistry().handle(one, nothing).handle(one, nothing).handle(three, nothing);
    expect(() => registry.assertComplete(all(one, two))).toThrow('test.two.v1 has no handler; test.one.v1 has two handlers; test.three.v1 is not in the list of jobs.');
    expect(() => createRegistry().handle(one, nothing).assertComplete(all(one, one))).toThrow('the list of jobs names one twice');
  });
});

describe('defineJob', () => {
  it.each(['packageRecording', 'recording.package', 'Recording.package.v1', ''])('refuses the name %j', (name) => {
    expect(() => job(name)).toThrow('must look like');
  });

  it('refuses leases that outlive what the queue can promise', () => {
    expect(() => defineJob({ name: 'test.a.v1', payload: z.object({}), attempts: 1, leaseSeconds: 100_000 })).toThrow('23 hours');
    expect(() => defineJob({ name: 'test.a.v1', payload: z.object({}), attempts: 0, leaseSeconds: 1 })).toThrow('at least one attempt');
  });
});
