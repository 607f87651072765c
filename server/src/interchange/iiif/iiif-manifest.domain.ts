import type { MeetingDetail } from '#meetings/index.ts';
import { formatDate, UI_LANGUAGES } from '#platform/i18n/index.ts';
import type { ChannelText } from '#words/index.ts';
import type { InterchangeMedia } from '../interchange-media.domain.ts';
import { apiAddress, pageAddress, type InterchangeScope } from '../scope.domain.ts';
import { collectionAddress, manifestAddress } from './iiif-addresses.domain.ts';
import { fileAddress, iiifCanvas, textName } from './iiif-canvas.domain.ts';
import { iiifRanges } from './iiif-ranges.domain.ts';
import { languageMap, plainValue, word, type LanguageMap } from './iiif-words.domain.ts';

/** The context of version 3 of the Presentation API. */
export const IIIF_CONTEXT = 'http://iiif.io/api/presentation/3/context.json';

type Resource = Readonly<Record<string, unknown>>;

/** What a manifest is made of. */
export interface ManifestSource {
  readonly meeting: MeetingDetail;
  /** One that can be watched or heard. */
  readonly media: InterchangeMedia;
  readonly texts: readonly ChannelText[];
}

/** A meeting as a manifest of the IIIF Presentation API 3.0. */
export function iiifManifest(scope: InterchangeScope, { meeting, media, texts }: ManifestSource): Resource {
  const { id, body, starts } = meeting;
  const summary = languageMap(meeting.description);
  const rights = rightsOf(meeting.rights?.url ?? null);
  const ranges = iiifRanges(scope, meeting, media.durationMs);
  return {
    '@context': IIIF_CONTEXT, 'id': manifestAddress(scope, id), 'type': 'Manifest', 'label': languageMap(meeting.title) ?? plainValue(meeting.slug),
    ...(summary && { summary }), 'metadata': metadata(meeting), ...requiredStatement(meeting), ...(rights !== null && { rights }),
    ...(starts !== null && { navDate: starts.replace(/\.\d+Z$/, 'Z') }),
    'provider': [{
      id: `${scope.origin}/`, type: 'Agent', label: plainValue(meeting.rights?.holder ?? scope.site),
      homepage: UI_LANGUAGES.map((language) => ({ id: `${scope.origin}/${language}/`, type: 'Text', label: plainValue(scope.site), format: 'text/html', language: [language] })),
    }],
    ...(media.poster !== null && { thumbnail: [{ id: scope.origin + media.poster, type: 'Image', format: 'image/jpeg' }] }),
    'homepage': UI_LANGUAGES.map((language) => ({ id: pageAddress(scope, meeting.slug, language), type: 'Text', label: word('page'), format: 'text/html', language: [language] })),
    'rendering': rendering(scope, { meeting, media, texts }), 'seeAlso': seeAlso(scope, meeting, texts),
    'partOf': [{ id: collectionAddress(scope, body?.slug ?? null), type: 'Collection' }],
    'items': [iiifCanvas(scope, meeting, media, texts)],
    ...(ranges && { structures: [ranges] }),
  };
}

function metadata({ body, symbol, starts, timezone, topics }: MeetingDetail): readonly Resource[] {
  const bodyName = body && languageMap(body.name);
  const topicNames = merged(topics.map(({ label }) => languageMap(label)));
  return [
    ...(bodyName ? [{ label: word('body'), value: bodyName }] : []),
    ...(symbol === null ? [] : [{ label: word('symbol'), value: plainValue(symbol) }]),
    ...(starts === null ? [] : [{ label: word('date'), value: Object.fromEntries(UI_LANGUAGES.map((language) => [language, [formatDate(new Date(starts), language, timezone)]])) }]),
    ...(topics.length === 0 ? [] : [{ label: word('topics'), value: topicNames }]),
  ];
}

function merged(maps: readonly (LanguageMap | null)[]): LanguageMap {
  const all: Record<string, string[]> = {};
  for (const map of maps) for (const [language, values] of Object.entries(map ?? {})) (all[language] ??= []).push(...values);
  return all;
}

/** The terms, in the words of who set them; what is a licence besides stands in `rights`. */
function requiredStatement({ rights }: MeetingDetail): Resource {
  if (rights === null) return {};
  const notice = languageMap(rights.notice);
  const short = [rights.holder, rights.licence, rights.licence === null ? rights.url : null].filter((part) => part !== null).join(', ');
  if (notice === null && short === '') return {};
  return { requiredStatement: { label: word('terms'), value: notice ?? plainValue(short) } };
}

/** The specification takes licences of Creative Commons and statements of RightsStatements.org alone, under the addresses that those have as names. */
function rightsOf(url: string | null): string | null {
  const found = /^https?:\/\/(creativecommons\.org\/(?:licenses|publicdomain)\/[^?#]+|rightsstatements\.org\/vocab\/[^?#]+)/.exec(url ?? '')?.[1];
  return found === undefined ? null : `http://${found}`;
}

function rendering(scope: InterchangeScope, { meeting, media, texts }: ManifestSource): readonly Resource[] {
  const whole = `${scope.origin}/media/${meeting.id}/download.${media.hasPicture ? 'mp4' : 'm4a'}`;
  return [
    { id: whole, type: media.hasPicture ? 'Video' : 'Sound', label: word('recording'), format: media.hasPicture ? 'video/mp4' : 'audio/mp4' },
    ...texts.map((text) => ({ id: fileAddress(scope, meeting, text, 'txt'), type: 'Text', label: textName(text, meeting), format: 'text/plain', language: [text.language] })),
  ];
}

function seeAlso(scope: InterchangeScope, meeting: MeetingDetail, texts: readonly ChannelText[]): readonly Resource[] {
  const languages = [...new Set(texts.map(({ language }) => language))].sort();
  return [
    { id: `${scope.origin}/api/v1/meetings/${encodeURIComponent(meeting.slug)}`, type: 'Dataset', label: word('data'), format: 'application/json', profile: `${scope.origin}/api/v1/openapi.json` },
    ...languages.flatMap((language) => [
      { id: apiAddress(scope, meeting.slug, `akn/${language}`), type: 'Dataset', label: plainValue(`Akoma Ntoso (${language})`), format: 'application/akn+xml', profile: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' },
      { id: apiAddress(scope, meeting.slug, `tei/${language}`), type: 'Dataset', label: plainValue(`TEI (${language})`), format: 'application/tei+xml', profile: 'http://www.tei-c.org/ns/1.0' },
    ]),
  ];
}
