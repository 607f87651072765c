import type { LocalizedText, UiLanguage } from '#platform/i18n/index.ts';
import { pick } from '#platform/i18n/index.ts';
import { localDay } from '../day.domain.ts';
import type { MeetingDetail } from '../meeting-detail.domain.ts';

/** All that a reference to a meeting says, in one language; days as `2026-03-12`. */
export interface Citation {
  /** Of letters, digits and hyphens in Latin script. */
  readonly key: string;
  readonly title: string;
  readonly titleLanguage: string;
  readonly body: string | null;
  readonly series: string | null;
  readonly format: string | null;
  readonly symbol: string | null;
  /** The day of the meeting where it was held. */
  readonly day: string | null;
  readonly topics: readonly string[];
  /** Who speaks, with the capacity, where single words are cited; null for a meeting. */
  readonly speaker: string | null;
  /** The words that are cited. */
  readonly quote: string | null;
  readonly durationMs: number | null;
  /** Where in the recording, in ms; 0 for the meeting as a whole. */
  readonly momentMs: number;
  readonly address: string;
  /** The name of this site. */
  readonly publisher: string;
  readonly accessed: string;
}

export interface CitationSource {
  readonly meeting: MeetingDetail;
  readonly language: UiLanguage;
  readonly format: string | null;
  readonly durationMs: number;
  readonly momentMs: number;
  readonly publisher: string;
  /** Of the installation, such as `https://tv.example`. */
  readonly origin: string;
  readonly now: Date;
  /** Of a clip, whose own address is cited, with who speaks in it and the words. */
  readonly clip?: { readonly id: string; readonly speaker: string | null; readonly quote: string | null };
}

/** The reference to a meeting, or to a moment of it, in a language of the pages. */
export function citationOf({ meeting, language, format, durationMs, momentMs, publisher, origin, now, clip }: CitationSource): Citation {
  const text = (words: LocalizedText | undefined): string | null => (words === undefined ? null : pick(words, language)?.text ?? null);
  const title = pick(meeting.title, language);
  const key = meeting.slug.replace(/[^a-z0-9-]+/g, '').replace(/^-+|-+$/g, '') || `meeting-${meeting.id.slice(0, 8)}`;
  return {
    key: clip ? `${key}-${clip.id}` : key, speaker: clip?.speaker ?? null, quote: clip?.quote ?? null,
    title: title?.text ?? meeting.slug, titleLanguage: title?.lang ?? 'und',
    body: text(meeting.body?.name), series: text(meeting.series?.title), format, symbol: meeting.symbol,
    day: meeting.starts === null ? null : localDay(new Date(meeting.starts), meeting.timezone),
    topics: meeting.topics.flatMap(({ label }) => text(label) ?? []),
    durationMs: durationMs > 0 ? durationMs : null, momentMs, publisher,
    address: clip ? clipAddress(origin, clip.id) : momentAddress(origin, meeting.slug, momentMs), accessed: localDay(now, 'UTC'),
  };
}

/** The permanent address of a meeting or a moment; without a language, so it opens in that of whoever follows it. */
export function momentAddress(origin: string, slug: string, momentMs: number): string {
  const address = new URL(`/meetings/${encodeURIComponent(slug)}`, origin);
  if (momentMs > 0) address.searchParams.set('t', String(Math.floor(momentMs / 1000)));
  return address.href;
}

/** The permanent address of a clip, without a language too. */
const clipAddress = (origin: string, id: string): string => new URL(`/clips/${encodeURIComponent(id)}`, origin).href;
