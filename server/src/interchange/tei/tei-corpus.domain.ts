import type { BodyLink, MeetingDetail } from '#meetings/index.ts';
import { languageName, UI_LANGUAGES, type LocalizedText } from '#platform/i18n/index.ts';
import { xml, type Xml } from '#platform/xml/index.ts';
import { oneLine } from '../proceedings/paragraph-text.domain.ts';
import { apiAddress, dayOf, pagesFor, textIn, type InterchangeScope } from '../scope.domain.ts';
import { availability } from './tei-header.domain.ts';
import { bodyName, TEI_NAMESPACE } from './tei-names.domain.ts';
import { taxonomies } from './taxonomies.domain.ts';

/** All meetings of a body, and of those below it, that have words in a language; the earliest first. */
export interface CorpusSource {
  readonly body: BodyLink;
  readonly language: string;
  readonly meetings: readonly MeetingDetail[];
}

/** The root of a ParlaMint corpus: who and what its components refer to, and where they are. */
export function teiCorpus(scope: InterchangeScope, { body, language, meetings }: CorpusSource): Xml {
  const name = oneLine(textIn(body.name, language));
  const days = meetings.map(dayOf).sort();
  const changed = meetings.map(({ updatedAt }) => updatedAt).sort().at(-1)?.slice(0, 10);
  return xml`<teiCorpus xmlns="${TEI_NAMESPACE}" xmlns:xi="http://www.w3.org/2001/XInclude" xml:id="${`of.corpus.${body.slug}.${language}`}" xml:lang="${language}">
<teiHeader>
<fileDesc>
<titleStmt>
<title type="main" xml:lang="${language}">${name}</title>
<title type="sub" xml:lang="en">${`Meetings, ${languageName(language, 'en')}`}</title>
<respStmt><persName>${scope.site}</persName><resp xml:lang="en">Publication, and encoding in the manner of ParlaMint</resp></respStmt>
</titleStmt>
<editionStmt><edition>${changed}</edition></editionStmt>
<extent><measure unit="texts" quantity="${meetings.length}">${meetings.length}</measure></extent>
<publicationStmt>
<publisher><orgName>${scope.site}</orgName></publisher>
<idno type="URI">${`${scope.origin}/api/v1/bodies/${encodeURIComponent(body.slug)}/tei/${language}`}</idno>${commonTerms(meetings, language)}
<date when="${changed}">${changed}</date>
</publicationStmt>
<sourceDesc><bibl><title>${name}</title><idno type="URI">${`${scope.origin}/${pagesFor(language)}/bodies/${encodeURIComponent(body.slug)}`}</idno><date from="${days[0]}" to="${days.at(-1)}">${`${days[0] ?? ''}/${days.at(-1) ?? ''}`}</date></bibl></sourceDesc>
</fileDesc>
<encodingDesc>
<projectDesc><p>Made by Openfloor from the texts of meetings, in the manner of ParlaMint and Parla-CLARIN.</p></projectDesc>
<editorialDecl>
<correction><p>As people have corrected the texts; what is machine-made says so in its own header.</p></correction>
<normalization><p>Spaces only.</p></normalization>
<hyphenation><p>None at the ends of lines.</p></hyphenation>
<quotation><p>As the texts have it.</p></quotation>
<segmentation><p>Segments are paragraphs: those of the official record, else what is said between two pauses, 45 s at most.</p></segmentation>
</editorialDecl>${taxonomies()}
</encodingDesc>
<profileDesc>
<settingDesc><setting><name type="org">${name}</name><date from="${days[0]}" to="${days.at(-1)}"/></setting></settingDesc>
<particDesc>${[organisations(scope, body, meetings), persons(scope, meetings)]}
</particDesc>
<langUsage>${UI_LANGUAGES.map((ui) => xml`
<language xml:lang="${ui}" ident="${language}">${languageName(language, ui)}</language>`)}
</langUsage>
</profileDesc>
<revisionDesc><change when="${changed}">The last change of a meeting in it.</change></revisionDesc>
</teiHeader>${meetings.map(({ slug }) => xml`
<xi:include href="${apiAddress(scope, slug, `tei/${language}`)}"/>`)}
</teiCorpus>`;
}

/** The terms, where all the meetings are under the same; else each text tells its own. */
function commonTerms(meetings: readonly MeetingDetail[], language: string): Xml {
  const [first] = meetings;
  const same = first !== undefined && meetings.every(({ rights }) => rights?.licence === first.rights?.licence && rights?.url === first.rights?.url);
  return same ? availability(first.rights, language) : xml`
<availability status="restricted"><p>Under different terms: each text tells its own.</p></availability>`;
}

function organisations({ origin }: InterchangeScope, body: BodyLink, meetings: readonly MeetingDetail[]): Xml {
  const all = new Map([body, ...meetings.flatMap((meeting) => (meeting.body ? [...meeting.body.parents, meeting.body] : []))].map((one) => [one.slug, one.name]));
  return xml`
<listOrg>${[...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([slug, names]) => xml`
<org xml:id="${bodyName(slug)}" role="institution">${named(names, (language, name) => xml`
<orgName xml:lang="${language}" full="yes">${name}</orgName>`)}
<idno type="URI">${`${origin}/en/bodies/${encodeURIComponent(slug)}`}</idno>
</org>`)}
</listOrg>`;
}

function persons({ origin }: InterchangeScope, meetings: readonly MeetingDetail[]): Xml | null {
  const known = new Map<string, { readonly names: LocalizedText; readonly capacities: Map<string, LocalizedText> }>();
  for (const { speaker, capacity } of meetings.flatMap(({ interventions }) => interventions)) {
    const person = known.get(speaker.slug) ?? { names: speaker.name, capacities: new Map<string, LocalizedText>() };
    if (capacity) person.capacities.set(textIn(capacity, 'en'), capacity);
    known.set(speaker.slug, person);
  }
  if (known.size === 0) return null;
  return xml`
<listPerson>${[...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([slug, { names, capacities }]) => xml`
<person xml:id="${`person-${slug}`}">${named(names, (language, name) => xml`
<persName xml:lang="${language}"><term>${name}</term></persName>`)}${[...capacities.values()].map((capacity) => named(capacity, (language, name) => xml`
<occupation xml:lang="${language}">${name}</occupation>`))}
<idno type="URI">${`${origin}/en/speakers/${encodeURIComponent(slug)}`}</idno>
</person>`)}
</listPerson>`;
}

const named = (names: LocalizedText, write: (language: string, name: string) => Xml): readonly Xml[] =>
  Object.entries(names).flatMap(([language, name]) => (oneLine(name) === '' ? [] : [write(language, oneLine(name))]));
