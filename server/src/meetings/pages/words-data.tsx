import { plain, scriptJson } from '#web/index.ts';
import type { MeetingView } from './meeting-view.ts';
import type { Reading } from './reading.ts';

/** What search engines read of a page of words (schema.org): in which language they are, and of which meeting. */
export function WordsData({ view, reading, name }: { readonly view: MeetingView; readonly reading: Reading; readonly name: string }) {
  const { page, meeting } = view;
  const full = (path: string): string => new URL(path, page.address).href;
  const path = `/${page.language}/meetings/${encodeURIComponent(meeting.slug)}`;
  const title = plain(meeting.title, page);
  const own = full(page.address.pathname);
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'WebPage', '@id': own, 'url': own, 'name': `${title} · ${name}`, 'inLanguage': reading.columns[0]?.text.language ?? page.language,
        'about': { '@type': 'Event', '@id': `${full(path)}#event`, 'name': title, 'url': full(path), ...(meeting.starts !== null && { startDate: meeting.starts }) },
        ...(meeting.rights?.url != null && { license: meeting.rights.url }),
        'isAccessibleForFree': true, 'accessMode': 'textual',
      },
      {
        '@type': 'BreadcrumbList',
        'itemListElement': [
          { '@type': 'ListItem', 'position': 1, 'name': page.words.site.name, 'item': full(`/${page.language}/`) },
          { '@type': 'ListItem', 'position': 2, 'name': title, 'item': full(path) },
          { '@type': 'ListItem', 'position': 3, name, 'item': own },
        ],
      },
    ],
  };
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(data) }}></script>;
}
