import { describe, expect, it } from 'vitest';
import { buffersMb } from './postgres-cluster.ts';

const GB = 1024 ** 3;

describe('what the database keeps at hand', () => {
  it.each([[0.25, 32], [1, 64], [4, 256], [24, 1024], [512, 1024]])('of %s GB of memory is %s MB', (memory, kept) => {
    expect(buffersMb(memory * GB)).toBe(kept);
  });
});
