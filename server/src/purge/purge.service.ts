import type { MeetingDetail } from '#meetings/index.ts';
import type { BlobStore } from '#platform/blobs/index.ts';
import { UI_LANGUAGES } from '#platform/i18n/index.ts';

/** What caches in front of the server have to forget of a meeting. All are paths on this server. */
export interface PurgeList {
  /** For caches that can forget everything that begins like this. */
  readonly prefixes: readonly string[];
  /** For those that can't: every address one by one. */
  readonly addresses: readonly string[];
}

/**
 * Names everything public that shows a meeting: its media first, which caches keep for a year, then its pages, its embed,
 * and the feeds and lists in which it stood. Ask before it is removed: afterwards nobody knows its files.
 */
export async function purgeList(meeting: Pick<MeetingDetail, 'id' | 'slug' | 'body'>, blobs: Pick<BlobStore, 'list'>): Promise<PurgeList> {
  const folder = `media/${meeting.id}/`;
  const media: string[] = [];
  for await (const { key } of blobs.list(folder)) {
    // Sources and measurements lie there too, but were never public.
    if (/\.(m3u8|mp4|jpg|vtt)$/.test(key) && !/\/source-[^/]*$/.test(key)) media.push(`/${key}`);
  }
  const slug = encodeURIComponent(meeting.slug);
  const bodies = [...(meeting.body?.parents ?? []), ...(meeting.body ? [meeting.body] : [])].map((body) => encodeURIComponent(body.slug));
  const perLanguage = UI_LANGUAGES.flatMap((language) => [
    `/${language}/`, `/${language}/meetings/${slug}`, `/${language}/meetings/${slug}/recording`,
    `/feeds/${language}/meetings.rss`, `/feeds/${language}/calendar.ics`, `/feeds/${language}/chapters/${slug}.json`,
    ...bodies.flatMap((body) => [`/${language}/bodies/${body}`, `/feeds/${language}/bodies/${body}/meetings.rss`, `/feeds/${language}/bodies/${body}/calendar.ics`]),
  ]);
  return {
    prefixes: [`/${folder}`, '/feeds/', `/embed/${slug}`, ...UI_LANGUAGES.map((language) => `/${language}/meetings/${slug}`)],
    addresses: [
      `/${folder}master.m3u8`, ...media, `/${folder}download.mp4`, `/${folder}download.m4a`, ...perLanguage, `/embed/${slug}`,
      '/calendar.ics', '/sitemaps/meetings.xml', `/api/v1/meetings/${slug}`, `/api/v1/meetings/${meeting.id}`,
    ],
  };
}
