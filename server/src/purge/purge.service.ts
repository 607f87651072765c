import { localDay, type MeetingDetail } from '#meetings/index.ts';
import type { BlobStore } from '#platform/blobs/index.ts';
import { UI_LANGUAGES } from '#platform/i18n/index.ts';

/** What caches in front of the server have to forget of a meeting. All are paths on this server. */
export interface PurgeList {
  /** For caches that can forget everything that begins like this. */
  readonly prefixes: readonly string[];
  /** For those that can't: every address one by one. */
  readonly addresses: readonly string[];
}

/** Where a meeting has more addresses than the catalogue knows of. */
export interface PurgeSources {
  readonly blobs: Pick<BlobStore, 'list'>;
  /** The ids of its clips with an address. */
  readonly clips: (meetingId: string) => Promise<readonly string[]>;
}

/** What says on which pages a meeting stands. */
export type ShownMeeting = Pick<MeetingDetail, 'id' | 'slug' | 'body' | 'series' | 'categories' | 'topics' | 'interventions' | 'starts' | 'timezone'>;

/**
 * Names everything public that shows a meeting: its media first, which caches keep for a year, then its pages, its embed,
 * the pages and files of its clips, and the feeds and lists in which it stood. Ask before it is removed: afterwards nobody knows its files.
 */
export async function purgeList(meeting: ShownMeeting, { blobs, clips }: PurgeSources): Promise<PurgeList> {
  const folder = `media/${meeting.id}/`;
  const media: string[] = [];
  for await (const { key } of blobs.list(folder)) {
    // Sources and measurements lie there too, but were never public.
    if (/\.(m3u8|mp4|jpg|vtt)$/.test(key) && !/\/source-[^/]*$/.test(key)) media.push(`/${key}`);
  }
  const slug = encodeURIComponent(meeting.slug);
  const ids = await clips(meeting.id);
  const ofClips = ids.flatMap((id) => [`/media/clips/${id}.mp4`, `/media/clips/${id}.m4a`, `/embed/clips/${id}`, `/api/v1/clips/${id}`, ...UI_LANGUAGES.map((language) => `/${language}/clips/${id}`)]);
  const bodies = [...(meeting.body?.parents ?? []), ...(meeting.body ? [meeting.body] : [])].map((body) => encodeURIComponent(body.slug));
  const places = placesOf(meeting);
  const perLanguage = UI_LANGUAGES.flatMap((language) => [
    ...places.map((place) => `/${language}/${place}`), `/media/${meeting.id}/card-${language}.jpg`,
    `/${language}/`, `/${language}/meetings/${slug}`, `/${language}/meetings/${slug}/recording`, `/${language}/meetings/${slug}/listen`,
    `/feeds/${language}/meetings.rss`, `/feeds/${language}/calendar.ics`, `/feeds/${language}/chapters/${slug}.json`,
    ...bodies.flatMap((body) => [`/${language}/bodies/${body}`, `/feeds/${language}/bodies/${body}/meetings.rss`, `/feeds/${language}/bodies/${body}/calendar.ics`]),
  ]);
  return {
    prefixes: [`/${folder}`, '/feeds/', '/sitemaps/', '/oembed', ...UI_LANGUAGES.map((language) => `/${language}/search`), `/embed/${slug}`, ...UI_LANGUAGES.map((language) => `/${language}/meetings/${slug}`), ...ofClips],
    addresses: [
      `/${folder}master.m3u8`, ...media, `/${folder}download.mp4`, `/${folder}download.m4a`, ...perLanguage, ...ofClips, `/embed/${slug}`,
      '/calendar.ics', '/sitemap.xml', '/sitemaps/meetings.xml', `/api/v1/meetings/${slug}`, `/api/v1/meetings/${meeting.id}`,
    ],
  };
}

/** The pages below a language, other than its own and its bodies', that list the meeting. */
function placesOf({ series, categories, topics, interventions, starts, timezone }: ShownMeeting): readonly string[] {
  const day = starts === null ? [] : [localDay(new Date(starts), timezone)];
  const above = categories.flatMap(({ path }) => path.split('/').map((_, n, steps) => steps.slice(0, n + 1).map(encodeURIComponent).join('/')));
  return [
    ...(series ? [`series/${encodeURIComponent(series.slug)}`] : []),
    ...new Set(above.map((path) => `categories/${path}`)),
    ...topics.map(({ slug }) => `topics/${encodeURIComponent(slug)}`),
    ...new Set(interventions.map(({ speaker }) => `speakers/${encodeURIComponent(speaker.slug)}`)),
    ...day.flatMap((date) => [`schedule/${date}`, `schedule/${date.slice(0, 7)}`]),
  ];
}
