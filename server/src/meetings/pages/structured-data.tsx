import { formatDuration } from '@openfloor/player';
import { plain, scriptJson } from '#web/index.ts';
import type { MeetingView } from './meeting-view.ts';
import type { Reading } from './reading.ts';

/** The most turns that are told to search engines: their readers show a handful. */
const MOST_CLIPS = 100;
/**
 * Letters of the longest transcript that stands in the page as such, about four minutes of speech. A longer one is in the page
 * once already, for people, and would double its weight: programs are led to the captions, which are all of it.
 */
const LONGEST_TRANSCRIPT = 4000;
type Thing = Readonly<Record<string, unknown>>;

/** What search engines read of a meeting (schema.org). A data block: browsers run nothing of it. */
export function StructuredData({ view, reading }: { readonly view: MeetingView; readonly reading: Reading | null }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structuredJson(view, reading) }}></script>;
}

/** The block itself; nothing in it can end the element that it stands in. */
export const structuredJson = (view: MeetingView, reading: Reading | null = null): string =>
  scriptJson({ '@context': 'https://schema.org', '@graph': [event(view), ...recording(view, reading), breadcrumbs(view)] });

const full = ({ page }: MeetingView, path: string): string => new URL(path, page.address).href;
const own = (view: MeetingView): string => full(view, view.page.address.pathname);

function event(view: MeetingView): Thing {
  const { page, meeting } = view;
  const description = plain(meeting.description, page);
  return {
    '@type': 'Event', '@id': `${own(view)}#event`, 'url': own(view), 'name': plain(meeting.title, page),
    ...(description !== '' && { description }),
    ...(meeting.starts !== null && { startDate: meeting.starts }),
    ...(meeting.ends !== null && { endDate: meeting.ends }),
    'eventStatus': 'https://schema.org/EventScheduled',
    'eventAttendanceMode': meeting.format === 'open-vtc' ? 'https://schema.org/OnlineEventAttendanceMode' : 'https://schema.org/MixedEventAttendanceMode',
    'location': { '@type': 'VirtualLocation', 'url': own(view) },
    'inLanguage': [...new Set([...meeting.floorLanguages, ...meeting.channels.map(({ language }) => language).filter((tag) => tag !== 'mul')])],
    ...(meeting.body && { organizer: { '@type': 'Organization', 'name': plain(meeting.body.name, page), 'url': full(view, `/${page.language}/bodies/${encodeURIComponent(meeting.body.slug)}`) } }),
    ...(meeting.series && { superEvent: { '@type': 'EventSeries', 'name': plain(meeting.series.title, page) } }),
    'isAccessibleForFree': true,
  };
}

function recording(view: MeetingView, reading: Reading | null): readonly Thing[] {
  const { page, meeting, media, playable, durationMs } = view;
  if (!playable || !media) return [];
  const description = plain(meeting.description, page);
  return [{
    '@type': media.hasPicture ? 'VideoObject' : 'AudioObject', '@id': `${own(view)}#recording`, 'name': plain(meeting.title, page),
    'description': description === '' ? plain(meeting.title, page) : description,
    'uploadDate': meeting.publishedAt ?? meeting.updatedAt, 'duration': formatDuration(durationMs), 'isFamilyFriendly': true,
    ...(media.poster !== null && { thumbnailUrl: [full(view, media.poster)] }),
    'contentUrl': full(view, `/media/${meeting.id}/download.${media.hasPicture ? 'mp4' : 'm4a'}`),
    'embedUrl': full(view, `/embed/${encodeURIComponent(meeting.slug)}?lang=${page.language}`),
    'inLanguage': meeting.floorLanguages, 'recordedAt': { '@id': `${own(view)}#event` },
    ...rightsOf(view), ...wordsOf(view, reading), 'hasPart': clips(view),
  }];
}

/** Who speaks when. Search engines want the page's own address with the time, and no two parts that begin together. */
function clips(view: MeetingView): readonly Thing[] {
  const { page, turns } = view;
  const begun = new Map(turns.map((turn) => [Math.floor(turn.startMs / 1000), turn]));
  return [...begun].slice(0, MOST_CLIPS).map(([startOffset, turn]) => {
    const capacity = turn.capacity === null ? '' : plain(turn.capacity, page);
    return {
      '@type': 'Clip', 'name': `${plain(turn.speaker.name, page)}${capacity === '' ? '' : ` (${capacity})`}`, startOffset, 'endOffset': Math.max(startOffset + 1, Math.ceil(turn.endMs / 1000)),
      'inLanguage': turn.language, 'url': `${own(view)}?t=${startOffset}`,
    };
  });
}

/** What is said: as a text where it is short, and as the files that players show. */
function wordsOf(view: MeetingView, reading: Reading | null): Thing {
  const said = reading?.columns.find(({ ref, record }) => ref === reading.own.ref && !record);
  const transcript = said?.text.segments.map(({ text }) => text.replace(/\s+/g, ' ').trim()).join(' ') ?? '';
  return {
    ...(transcript !== '' && transcript.length <= LONGEST_TRANSCRIPT && { transcript }),
    ...(view.captions.length > 0 && { caption: view.captions.map(({ channel, language }) => ({
      '@type': 'MediaObject', 'encodingFormat': 'text/vtt', 'inLanguage': language,
      'contentUrl': full(view, `/api/v1/meetings/${encodeURIComponent(view.meeting.slug)}/texts/${encodeURIComponent(channel)}?format=vtt&language=${language}`),
    })) }),
  };
}

/** Licence, holder and notice, in the words of schema.org. */
function rightsOf({ page, meeting: { rights } }: MeetingView): Thing {
  if (!rights) return {};
  const notice = plain(rights.notice, page);
  return {
    ...(rights.url === null ? rights.licence !== null && { license: rights.licence } : { license: rights.url }),
    ...(rights.holder !== null && { copyrightHolder: { '@type': 'Organization', 'name': rights.holder } }),
    ...(notice !== '' && { copyrightNotice: notice }),
  };
}

function breadcrumbs(view: MeetingView): Thing {
  const { page, meeting } = view;
  const bodies = meeting.body ? [...meeting.body.parents, meeting.body] : [];
  const steps = [
    { name: page.words.site.name, item: full(view, `/${page.language}/`) },
    ...bodies.map(({ slug, name }) => ({ name: plain(name, page), item: full(view, `/${page.language}/bodies/${encodeURIComponent(slug)}`) })),
    { name: plain(meeting.title, page), item: own(view) },
  ];
  return { '@type': 'BreadcrumbList', 'itemListElement': steps.map((step, n) => ({ '@type': 'ListItem', 'position': n + 1, ...step })) };
}
