import type { MeetingDetail } from '#meetings/index.ts';
import { formatDate, languageName } from '#platform/i18n/index.ts';
import { xml, type Xml } from '#platform/xml/index.ts';
import type { InterchangeMedia } from '../interchange-media.domain.ts';
import { oneLine } from '../proceedings/paragraph-text.domain.ts';
import type { Proceedings } from '../proceedings/proceedings.domain.ts';
import { apiAddress, dayOf, pageAddress, pagesFor, textIn, type InterchangeScope } from '../scope.domain.ts';

/** How much a text holds. */
export interface TeiExtent {
  readonly speeches: number;
  readonly words: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** What a corpus says of one of its texts. */
export function teiHeader(scope: InterchangeScope, meeting: MeetingDetail, proceedings: Proceedings, extent: TeiExtent, media: InterchangeMedia | null): Xml {
  const { text } = proceedings;
  const title = oneLine(textIn(meeting.title, text.language));
  return xml`
<teiHeader>
<fileDesc>
<titleStmt>
<title type="main" xml:lang="${text.language}">${title}</title>
<title type="sub" xml:lang="en">${whatItIs(proceedings)}</title>
<meeting ana="#parla.meeting"${meeting.symbol === null ? null : xml` n="${meeting.symbol}"`}>${title}</meeting>
</titleStmt>
<editionStmt><edition>${`${text.version}`}</edition></editionStmt>
<extent>
<measure unit="speeches" quantity="${extent.speeches}">${extent.speeches}</measure>
<measure unit="words" quantity="${extent.words}">${extent.words}</measure>
</extent>${publication(scope, meeting, text.language)}
<sourceDesc>
<bibl><title>${title}</title><idno type="URI">${pageAddress(scope, meeting.slug, text.language)}</idno><date when="${dayOf(meeting)}">${dayOf(meeting)}</date></bibl>${recording(scope, meeting, media)}
</sourceDesc>
</fileDesc>
<encodingDesc>
<projectDesc><p>Made by Openfloor from the texts of the meeting, in the manner of ParlaMint and Parla-CLARIN.</p></projectDesc>
<tagsDecl><namespace name="http://www.tei-c.org/ns/1.0">${[...extent.counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([element, n]) => xml`
<tagUsage gi="${element}" occurs="${n}"/>`)}
</namespace></tagsDecl>
</encodingDesc>
<profileDesc>
<settingDesc><setting><name type="org">${oneLine(meeting.body ? textIn(meeting.body.name, text.language) : scope.site)}</name><date when="${dayOf(meeting)}">${formatDate(new Date(`${dayOf(meeting)}T12:00:00Z`), pagesFor(text.language), 'UTC')}</date></setting></settingDesc>
</profileDesc>
<revisionDesc><change when="${meeting.updatedAt.slice(0, 10)}">Version ${text.version}, ${text.status}.</change></revisionDesc>
</teiHeader>`;
}

/** In English, as the names of the format are: of which kind the text is and how far it can be trusted. */
function whatItIs({ text, interpreted }: Proceedings): string {
  const kind = text.kind === 'record' ? 'Official record' : `${interpreted ? 'Interpretation' : 'Floor'}, ${text.kind}`;
  const state = { machine: 'written by a machine', edited: 'corrected by people', final: 'final' }[text.status];
  return `${kind}, ${languageName(text.language, 'en')}, ${state}`;
}

/** Who publishes it, and under what terms: those of the meeting, whatever ParlaMint itself is under. */
function publication(scope: InterchangeScope, { rights, slug, publishedAt, updatedAt }: Pick<MeetingDetail, 'rights' | 'slug' | 'publishedAt' | 'updatedAt'>, language: string): Xml {
  const day = (publishedAt ?? updatedAt).slice(0, 10);
  return xml`
<publicationStmt>
<publisher><orgName>${oneLine(rights?.holder ?? scope.site)}</orgName></publisher>
<idno type="URI">${apiAddress(scope, slug, `tei/${language}`)}</idno>${availability(rights, language)}
<date when="${day}">${day}</date>
</publicationStmt>`;
}

/** Under what terms something may be used; where nobody has said, that is said. */
export function availability(rights: MeetingDetail['rights'], language: string): Xml {
  const terms = rights?.licence ?? rights?.url ?? null;
  const notice = rights === null ? '' : oneLine(textIn(rights.notice, language));
  if (terms === null) {
    return xml`
<availability status="unknown"><p>${notice === '' ? 'No terms of use are known.' : notice}</p></availability>`;
  }
  return xml`
<availability status="free"><licence${rights?.url == null ? null : xml` target="${rights.url}"`}>${terms}</licence>${notice === '' ? null : xml`<p>${notice}</p>`}</availability>`;
}

function recording({ origin }: InterchangeScope, { id }: MeetingDetail, media: InterchangeMedia | null): Xml | null {
  if (media?.hls == null) return null;
  return xml`
<recordingStmt><recording type="${media.hasPicture ? 'video' : 'audio'}" dur="${`PT${(media.durationMs / 1000).toFixed(3)}S`}"><media mimeType="application/vnd.apple.mpegurl" url="${origin + media.hls}"/><media mimeType="${media.hasPicture ? 'video/mp4' : 'audio/mp4'}" url="${`${origin}/media/${id}/download.${media.hasPicture ? 'mp4' : 'm4a'}`}"/></recording></recordingStmt>`;
}
