import type { MeetingDetail } from '#meetings/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { xml, type Xml } from '#platform/xml/index.ts';
import type { InterchangeMedia } from '../interchange-media.domain.ts';
import { oneLine } from '../proceedings/paragraph-text.domain.ts';
import { pageAddress, type InterchangeScope } from '../scope.domain.ts';

/** A meeting in unqualified Dublin Core: what every harvester understands. */
export function dublinCore(scope: InterchangeScope, meeting: MeetingDetail, media: InterchangeMedia | null): Xml {
  const { id, slug, rights, body, series, topics, documents, interventions, starts, symbol } = meeting;
  const speakers = new Map(interventions.map(({ speaker }) => [speaker.slug, speaker.name]));
  const languages = [...new Set([...meeting.floorLanguages, ...meeting.channels.map(({ language }) => language)])].filter((tag) => tag !== 'mul');
  return xml`
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">${each(meeting.title, (language, text) => xml`
<dc:title xml:lang="${language}">${text}</dc:title>`)}${body && each(body.name, (language, text) => xml`
<dc:creator xml:lang="${language}">${text}</dc:creator>`)}${[...topics.map(({ label }) => label), ...(series ? [series.title] : [])].map((label) => each(label, (language, text) => xml`
<dc:subject xml:lang="${language}">${text}</dc:subject>`))}${each(meeting.description, (language, text) => xml`
<dc:description xml:lang="${language}">${text}</dc:description>`)}
<dc:publisher>${oneLine(rights?.holder ?? scope.site)}</dc:publisher>${[...speakers.values()].map((names) => each(names, (language, text) => xml`
<dc:contributor xml:lang="${language}">${text}</dc:contributor>`))}${starts === null ? null : xml`
<dc:date>${starts}</dc:date>`}
<dc:type>Event</dc:type>${media?.hls == null ? null : xml`
<dc:type>${media.hasPicture ? 'MovingImage' : 'Sound'}</dc:type>
<dc:format>${media.hasPicture ? 'video/mp4' : 'audio/mp4'}</dc:format>`}
<dc:identifier>${pageAddress(scope, slug, 'en')}</dc:identifier>
<dc:identifier>${`urn:uuid:${id}`}</dc:identifier>${symbol === null ? null : xml`
<dc:identifier>${symbol}</dc:identifier>`}${languages.map((language) => xml`
<dc:language>${language}</dc:language>`)}${documents.flatMap(({ url, symbol: own }) => [url, own].filter((relation) => relation !== null)).map((relation) => xml`
<dc:relation>${relation}</dc:relation>`)}${[rights?.licence, rights?.url].map((terms) => (terms == null ? null : xml`
<dc:rights>${terms}</dc:rights>`))}${rights && each(rights.notice, (language, text) => xml`
<dc:rights xml:lang="${language}">${text}</dc:rights>`)}
</oai_dc:dc>`;
}

const each = (texts: LocalizedText, write: (language: string, text: string) => Xml): readonly Xml[] =>
  Object.entries(texts).flatMap(([language, text]) => (oneLine(text) === '' ? [] : [write(language, oneLine(text))]));
