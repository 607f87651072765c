import { documentText, xml, type Xml } from '#platform/xml/index.ts';
import { homeOf, nameOf, pageOf, rssDate, textFor, type FeedMeeting, type FeedScope } from './feed.domain.ts';

/** RSS 2.0: what was published last, for people who follow a body. */
export function rssFeed(scope: FeedScope, meetings: readonly FeedMeeting[]): string {
  return documentText(xml`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${nameOf(scope)}</title>
<link>${homeOf(scope)}</link>
<atom:link href="${scope.self}" rel="self" type="application/rss+xml"/>
<description>${scope.site.tagline}</description>
<language>${scope.language}</language>
<generator>Openfloor</generator>
<ttl>15</ttl>${meetings.map((one) => item(scope, one))}
</channel>
</rss>`);
}

function item(scope: FeedScope, { meeting, quotes = [] }: FeedMeeting): Xml {
  const description = [...quotes, textFor(meeting.description, scope)].filter((text) => text !== '').join('\n\n');
  return xml`
<item>
<title>${textFor(meeting.title, scope)}</title>
<link>${pageOf(scope, meeting.slug)}</link>
<guid isPermaLink="false">urn:uuid:${meeting.id}</guid>
<pubDate>${rssDate(meeting.publishedAt ?? meeting.updatedAt)}</pubDate>${meeting.body ? xml`
<dc:creator>${textFor(meeting.body.name, scope)}</dc:creator>` : null}${rightsOf(meeting.rights, scope).map((text) => xml`
<dc:rights>${text}</dc:rights>`)}${meeting.categories.map(({ name }) => xml`
<category>${textFor(name, scope)}</category>`)}${description === '' ? null : xml`
<description>${description}</description>`}
</item>`;
}

/** The terms of a meeting, each as a sentence of its own. */
function rightsOf(rights: FeedMeeting['meeting']['rights'], scope: FeedScope): readonly string[] {
  if (!rights) return [];
  const licence = rights.licence === null || rights.url === null ? rights.licence ?? rights.url : `${rights.licence} (${rights.url})`;
  return [licence, rights.holder, textFor(rights.notice, scope)].filter((text) => text !== null && text !== '').map(String);
}
