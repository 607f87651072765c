import { describe, expect, it } from 'vitest';
import { linesForAss, looksLong, wordsForAss } from './ass.domain.ts';

describe('words in subtitles', () => {
  it('run no commands', () => {
    expect(wordsForAss(' {\\fs200}\\Nbig\n\tletters ')).toBe('(⧵fs200)⧵Nbig letters');
  });

  it('break where Chinese may be broken, in lines about as long', () => {
    const title = '维护国际和平与安全：安全部门改革，以及建设和平委员会的工作';
    const lines = linesForAss(title, 100, 1100).split('\\N');
    expect(lines.join('')).toBe(title);
    expect(lines.length).toBe(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(16);
    expect(lines.filter((line) => /^[，：]/.test(line))).toEqual([]);
    expect(linesForAss('Maintenance of international peace', 100, 100)).toBe('Maintenance of international peace');
  });

  it('know that Chinese is wide', () => {
    expect([looksLong('abc'), looksLong('安全x')]).toEqual([3, 5]);
  });
});
