import { describe, expect, it } from 'vitest';
import { sizeIn } from './size.domain.ts';

const plain = (text: string) => text.replace(/[\s\u200E\u200F]/gu, ' ');

describe('a size', () => {
  it('is written as the language writes it', () => {
    expect([0, 900, 64_000, 31_540_000, 2_400_000_000].map((bytes) => plain(sizeIn(bytes, 'en')))).toEqual(['0 kB', '1 kB', '64 kB', '31.5 MB', '2.4 GB']);
    expect(['fr', 'ru', 'es', 'zh', 'ar'].map((language) => plain(sizeIn(31_540_000, language)))).toEqual(['31,5 Mo', '31,5 МБ', '31,5 MB', '31.5 MB', '31.5 م.ب']);
  });
});
