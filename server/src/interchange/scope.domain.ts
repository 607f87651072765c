import { localDay, type MeetingDetail } from '#meetings/index.ts';
import { isUiLanguage, pick, type LocalizedText, type UiLanguage } from '#platform/i18n/index.ts';

/** Where documents come from, as they say it themselves. */
export interface InterchangeScope {
  /** Without a slash at the end. */
  readonly origin: string;
  /** The name of the site. */
  readonly site: string;
  /** What stands for the country in Akoma Ntoso's addresses. */
  readonly jurisdiction: string;
}

/** A text in a language, or in the nearest there is; '' without any. */
export const textIn = (text: LocalizedText, language: string): string => pick(text, language)?.text ?? '';

/** The language of the pages that readers of a language are led to. */
export const pagesFor = (language: string): UiLanguage => {
  const base = language.split('-', 1)[0] ?? '';
  return isUiLanguage(base) ? base : 'en';
};

/** The page of a meeting for readers of a language, at a time where one is given. */
export function pageAddress({ origin }: Pick<InterchangeScope, 'origin'>, slug: string, language: string, startMs?: number): string {
  return `${origin}/${pagesFor(language)}/meetings/${encodeURIComponent(slug)}${startMs === undefined ? '' : `?t=${Math.floor(startMs / 1000)}`}`;
}

/** The day of a meeting where it was held; the day of its publication where nobody knows. */
export const dayOf = ({ starts, publishedAt, updatedAt, timezone }: Pick<MeetingDetail, 'starts' | 'publishedAt' | 'updatedAt' | 'timezone'>): string =>
  localDay(new Date(starts ?? publishedAt ?? updatedAt), timezone);

/** The time of the clock (ISO 8601, UTC) at a time of the meeting; null where nobody knows when it began. */
export const clockAt = ({ starts }: Pick<MeetingDetail, 'starts'>, ms: number): string | null => (starts === null ? null : new Date(Date.parse(starts) + ms).toISOString());

/** Where the API has what belongs to a meeting. */
export const apiAddress = ({ origin }: Pick<InterchangeScope, 'origin'>, slug: string, rest: string): string => `${origin}/api/v1/meetings/${encodeURIComponent(slug)}/${rest}`;
