import { describe, expect, it } from 'vitest';
import { LogTail } from './tail.ts';

describe('LogTail', () => {
  it('keeps the last 20 lines, also one that has no end yet', () => {
    const tail = new LogTail();
    for (let i = 1; i <= 30; i += 1) tail.push(`line ${i}\n`);
    tail.push('cut o');
    tail.push('ff');
    expect(tail.lines).toHaveLength(20);
    expect(tail.lines[0]).toBe('line 12');
    expect(tail.lines.at(-1)).toBe('cut off');
  });

  it('does not keep an endless line', () => {
    const tail = new LogTail();
    for (let i = 0; i < 100; i += 1) tail.push('x'.repeat(1000));
    expect(tail.lines[0]?.length).toBe(2000);
  });
});
