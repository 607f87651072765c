import { z } from 'zod';
import { nearest } from '#platform/config/index.ts';
import { canonicalLanguage } from '../language.domain.ts';
import { isSlug } from '../slug.domain.ts';
import { hasControl, pathProblem } from './path.domain.ts';
import { parseInstant, parseSeconds } from './time.domain.ts';

/** Seven days: longer than any meeting, short enough to be sure that a number is no mistake. */
export const MAX_SECONDS = 7 * 24 * 3600;

/** An object that takes no other keys, and says which one was probably meant; one line of the message per key. */
export const strict = <S extends z.core.$ZodLooseShape>(shape: S) => z.strictObject(shape, {
  error: (issue) => {
    if (issue.code !== 'unrecognized_keys') return undefined;
    return issue.keys.map((key) => unknownKey(key, Object.keys(shape))).join('\n');
  },
});

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  return meant === undefined ? `is not a key that is known here; known are ${known.join(', ')}` : `is not known here; did you mean ${meant}?`;
}

/** Text for people, up to `max` characters. */
export const text = (max: number) => z.string().max(max)
  .refine((value) => value.trim() !== '', 'is empty; write a text or leave the key out')
  .refine((value) => !hasControl(value), 'contains a control character; remove it');

export const languageTag = z.string().refine((tag) => canonicalLanguage(tag) !== undefined, {
  error: 'is not a language tag (BCP 47) such as en, fr or zh-Hans',
}).meta({ id: 'language', description: 'A BCP 47 language tag, such as en, fr or zh-Hans.' });

/** One text per language; at least one. */
export const localized = (max: number) => z.record(languageTag, text(max), {
  error: (issue) => (issue.code === 'invalid_type' ? 'must say the language of the text, such as { en: "..." }' : undefined),
}).superRefine((texts, context) => {
  const tags = Object.keys(texts);
  if (tags.length === 0) context.addIssue('needs a text in at least one language, such as { en: "..." }');
  for (const [index, tag] of tags.entries()) {
    const same = tags.slice(0, index).find((earlier) => canonicalLanguage(earlier) === canonicalLanguage(tag));
    if (same !== undefined) context.addIssue({ code: 'custom', path: [tag], message: `is the same language as ${same}; keep one of them` });
  }
}).meta({ minProperties: 1 });

export const slug = z.string().refine(isSlug, {
  error: 'must be lower-case letters and digits joined by single hyphens, such as security-council',
}).meta({ id: 'slug', description: 'Lower-case letters and digits of any script, joined by single hyphens; no UUID.', maxLength: 120 });

/** A moment or a length on the timeline, in seconds or as h:mm:ss. */
export const seconds = z.union([
  z.number().min(0).max(MAX_SECONDS),
  z.string().refine((value) => (parseSeconds(value) ?? Infinity) <= MAX_SECONDS, {
    error: 'must be seconds such as 95.5, or h:mm:ss such as 1:02:03.5, and not more than 7 days',
  }),
]).meta({ id: 'seconds', description: 'Seconds on the timeline of the meeting, such as 95.5, or h:mm:ss such as 1:02:03.5.' });

export const instant = z.string().refine((value) => parseInstant(value) !== undefined, {
  error: 'must be a date and time with its offset from UTC, such as 2020-12-03T10:00:00-05:00',
}).meta({ id: 'instant', format: 'date-time', description: 'ISO 8601 with an offset, such as 2020-12-03T10:00:00-05:00.' });

export const webAddress = z.string().max(2000)
  .refine((value) => /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value) && value.isWellFormed(), 'must be a web address that starts with https:// or http://')
  .meta({ format: 'uri' });

export const filePath = z.string().superRefine((path, context) => {
  const problem = pathProblem(path);
  if (problem !== undefined) context.addIssue(problem);
}).meta({ id: 'file', description: 'A file inside the meeting folder, with / between folders.' });
