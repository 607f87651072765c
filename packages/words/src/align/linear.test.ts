import { describe, expect, it } from 'vitest';
import { cholesky, eigen, identity, multiply, solveLower, transpose } from './linear.ts';

const SIZE = 3;
const SYMMETRIC = Float64Array.from([4, 1, 0.5, 1, 3, -0.2, 0.5, -0.2, 2]);
const near = (found: Float64Array, expected: Float64Array) => { for (const [n, value] of expected.entries()) expect(found[n]).toBeCloseTo(value, 9); };

describe('matrices', () => {
  it('are parted into a triangle and its transpose, and solved by it', () => {
    const lower = cholesky(SYMMETRIC, SIZE);
    expect([lower[1], lower[2], lower[5]]).toEqual([0, 0, 0]);
    near(multiply(lower, transpose(lower, SIZE), SIZE), SYMMETRIC);
    near(multiply(lower, solveLower(lower, SYMMETRIC, SIZE), SIZE), SYMMETRIC);
  });

  it('have eigenvalues, the greatest first, with vectors at right angles', () => {
    const { values, vectors } = eigen(SYMMETRIC, SIZE);
    expect([...values]).toEqual([...values].sort((a, b) => b - a));
    near(multiply(vectors, transpose(vectors, SIZE), SIZE), identity(SIZE));
    near(multiply(vectors, SYMMETRIC, SIZE), vectors.map((value, n) => value * (values[Math.floor(n / SIZE)] ?? 0)));
  });
});
