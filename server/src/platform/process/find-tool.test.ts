import { describe, expect, it } from 'vitest';
import { isNewEnough } from './find-tool.ts';

describe('isNewEnough', () => {
  it.each(['5.1', '5.1.9-0+deb12u1', 'n6.0', '7.1.1-full_build', '10.0', 'N-109542-g1bd0a9e', 'git-2024-01-01-abc', '2024-02-04-git-7375a6ca7b'])('takes %s', (version) => {
    expect(isNewEnough(version)).toBe(true);
  });

  it.each(['5.0.1', '4.4.2-0ubuntu0.22.04.1', 'n4.1', '', 'unknown'])('refuses %s', (version) => {
    expect(isNewEnough(version)).toBe(false);
  });
});
