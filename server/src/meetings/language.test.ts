import { expect, it } from 'vitest';
import { canonicalLanguage } from './language.domain.ts';

it.each([
  ['fre', 'fr'], ['fra', 'fr'], ['chi', 'zh'], ['zho', 'zh'], ['cmn', 'zh'], ['ZH-hans', 'zh-Hans'], ['eng', 'en'], ['ar-001', 'ar-001'],
  ['mul', 'mul'], ['und', 'und'], ['sgn-US', 'ase'], ['iw', 'he'], ['sms', 'sms'],
])('reads %s as %s', (tag, canonical) => {
  expect(canonicalLanguage(tag)).toBe(canonical);
});

it.each(['', 'floor', 'xx', 'english', 'en_US', 'x-foo', 'e', 'en-', '../en', `en-x-${'a-'.repeat(20)}b`, '\u0000', 'العربية'])('refuses %j', (tag) => {
  expect(canonicalLanguage(tag)).toBeUndefined();
});
