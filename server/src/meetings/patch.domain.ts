import { AppError } from '#platform/errors/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { isTimezone, parseInstant } from './folder/time.domain.ts';
import { canonicalLanguage } from './language.domain.ts';
import type { MeetingHead, MeetingPatch } from './meeting-head.domain.ts';
import { isSlug } from './slug.domain.ts';

/** The head with what the patch names changed; throws `validation_failed` with everything that is not right. */
export function patched(head: MeetingHead, patch: MeetingPatch): MeetingHead {
  const changed: MeetingHead = {
    ...head,
    ...defined(patch),
    ...(patch.starts == null ? {} : { starts: parseInstant(patch.starts) ?? null }),
    ...(patch.ends == null ? {} : { ends: parseInstant(patch.ends) ?? null }),
  };
  const problems = [...patchProblems(patch), ...datesOf(changed)];
  if (problems.length > 0) throw new AppError('validation_failed', { problems: problems.join('; ') });
  return changed;
}

const defined = <T extends object>(patch: T): Partial<T> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>;

function patchProblems({ slug, title, description, format, starts, ends, timezone }: MeetingPatch): readonly string[] {
  return [
    ...(slug === undefined || isSlug(slug) ? [] : ['the slug must be lower-case letters and digits joined by single hyphens']),
    ...(title !== undefined && Object.keys(title).length === 0 ? ['the title needs a text in at least one language'] : []),
    ...tagProblems(title),
    ...tagProblems(description),
    ...(format === undefined || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(format) ? [] : ['the format must be a word such as meeting or open-vtc']),
    ...[starts, ends].flatMap((date) => (date == null || parseInstant(date) !== undefined ? [] : [`${date} must be a date and time with its offset from UTC`])),
    ...(timezone === undefined || isTimezone(timezone) ? [] : [`${timezone} is not a time zone of the IANA list`]),
  ];
}

const tagProblems = (text: LocalizedText | undefined): readonly string[] => Object.entries(text ?? {}).flatMap(([tag, value]) => [
  ...(canonicalLanguage(tag) === tag ? [] : [`${tag} is not a language tag (BCP 47) in its usual form`]),
  ...(value.trim() === '' ? [`the text in ${tag} is empty`] : []),
]);

function datesOf({ starts, ends }: MeetingHead): readonly string[] {
  if (ends === null) return [];
  return starts !== null && ends >= starts ? [] : ['the end needs a start that is not after it'];
}
