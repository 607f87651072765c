import { createHash } from 'node:crypto';
import type { MeetingChannel } from '#meetings/index.ts';
import { languageName } from '#platform/i18n/index.ts';
import { documentText, xml, type Xml } from '#platform/xml/index.ts';
import { homeOf, nameOf, pageOf, rssDate, textFor, type FeedMeeting, type FeedScope } from './feed.domain.ts';

/** A channel of a meeting with the file that a podcast program fetches. */
export interface Episode extends FeedMeeting {
  readonly channel: MeetingChannel;
  readonly enclosure: Enclosure;
  /** The other channels of the meeting. */
  readonly others: readonly { readonly channel: MeetingChannel; readonly enclosure: Enclosure }[];
  /** Of what is said in the channel, where it can be read (BCP 47). */
  readonly textLanguage: string | null;
}

export interface Enclosure {
  readonly url: string;
  readonly bytes: number;
}

const NAMESPACES = 'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"';
/** The namespace of podcast:guid in the Podcasting 2.0 specification. */
const GUID_NAMESPACE = 'ead4c236bf5858c6a2c6a6b28d128cb6';

/** A podcast: one language of every meeting, with chapters and the other languages beside it. */
export function podcastFeed(scope: FeedScope, spoken: string, episodes: readonly Episode[]): string {
  const title = `${nameOf(scope)} (${languageName(spoken, scope.language)})`;
  return documentText(xml`<rss version="2.0" ${{ markup: NAMESPACES }}>
<channel>
<title>${title}</title>
<link>${homeOf(scope)}</link>
<atom:link href="${scope.self}" rel="self" type="application/rss+xml"/>
<description>${scope.site.tagline}</description>
<language>${spoken === 'mul' ? scope.language : spoken}</language>
<generator>Openfloor</generator>
<itunes:image href="${artworkOf(scope, spoken)}"/>
<itunes:author>${scope.body === null ? scope.site.name : textFor(scope.body.name, scope)}</itunes:author>
<itunes:explicit>false</itunes:explicit>
<itunes:category text="Government"/>
<itunes:type>episodic</itunes:type>
<podcast:guid>${guidOf(scope.self)}</podcast:guid>
<podcast:locked>no</podcast:locked>
<podcast:medium>podcast</podcast:medium>${episodes.map((one) => item(scope, one))}
</channel>
</rss>`);
}

function item(scope: FeedScope, episode: Episode): Xml {
  const { meeting, media, channel, enclosure, others, textLanguage } = episode;
  const description = textFor(meeting.description, scope);
  const title = textFor(meeting.title, scope);
  const page = `${pageOf(scope, meeting.slug)}?ch=${encodeURIComponent(channel.key)}`;
  const people = new Map(meeting.interventions.map(({ speaker }) => [speaker.slug, textFor(speaker.name, scope)]));
  return xml`
<item>
<title>${title}</title>
<link>${page}</link>
<guid isPermaLink="false">urn:uuid:${meeting.id}#${channel.key}</guid>
<pubDate>${rssDate(meeting.starts ?? meeting.publishedAt ?? meeting.updatedAt)}</pubDate>
<description>${description === '' ? title : description}</description>
<enclosure url="${enclosure.url}" length="${enclosure.bytes}" type="audio/mp4"/>
<itunes:duration>${Math.round((media?.durationMs ?? 0) / 1000)}</itunes:duration>
<itunes:explicit>false</itunes:explicit>
<podcast:chapters url="${scope.origin}/feeds/${scope.language}/chapters/${encodeURIComponent(meeting.slug)}.json" type="application/json+chapters"/>${textLanguage === null ? null : transcripts(scope, episode, textLanguage)}${[...people].map(([slug, name]) => xml`
<podcast:person role="guest" href="${scope.origin}/${scope.language}/speakers/${encodeURIComponent(slug)}">${name}</podcast:person>`)}${meeting.rights?.licence ? xml`
<podcast:license${meeting.rights.url === null ? null : xml` url="${meeting.rights.url}"`}>${meeting.rights.licence}</podcast:license>` : null}${others.map((other) => xml`
<podcast:alternateEnclosure type="audio/mp4" length="${other.enclosure.bytes}" lang="${other.channel.language}" title="${languageName(other.channel.language, scope.language)}"><podcast:source uri="${other.enclosure.url}"/></podcast:alternateEnclosure>`)}
</item>`;
}

/** The words of the channel in the forms that programs know; the page to read first, for those that show a link. */
function transcripts(scope: FeedScope, { meeting, channel }: Episode, language: string): Xml {
  const place = `${encodeURIComponent(meeting.slug)}/texts/${encodeURIComponent(channel.key)}?format=`;
  const file = (format: string, type: string, more: Xml | null = null): Xml => xml`
<podcast:transcript url="${`${scope.origin}/api/v1/meetings/${place}${format}`}" type="${type}" language="${language}"${more}/>`;
  return xml`
<podcast:transcript url="${`${pageOf(scope, meeting.slug)}/words/${encodeURIComponent(channel.key)}`}" type="text/html" language="${language}"/>${[
    file('vtt', 'text/vtt', xml` rel="captions"`), file('srt', 'application/x-subrip', xml` rel="captions"`), file('podcast', 'application/json'),
  ]}`;
}

/** The square picture that programs show for the podcast; its address ends as they want it. */
const artworkOf = ({ origin, language, body }: FeedScope, spoken: string): string =>
  `${origin}/media/artwork/${body === null ? '' : `bodies/${encodeURIComponent(body.slug)}/`}${language}-${spoken === 'mul' ? 'floor' : spoken}.jpg`;

/** UUID version 5 of the feed's address without its scheme: it stays when the feed moves to another host of podcasts. */
function guidOf(address: string): string {
  const name = address.replace(/^\w+:\/\//, '').replace(/\/+$/, '');
  const hash = createHash('sha1').update(Buffer.from(GUID_NAMESPACE, 'hex')).update(name).digest('hex').slice(0, 32).split('');
  hash[12] = '5';
  hash[16] = ((Number.parseInt(hash[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  const text = hash.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}
