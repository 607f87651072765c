import type { MeetingDetail } from '#meetings/index.ts';
import { languageName, threeLetters } from '#platform/i18n/index.ts';
import { xml, type Xml } from '#platform/xml/index.ts';
import type { Cast } from '../proceedings/cast.domain.ts';
import { speechesOf, type Proceedings } from '../proceedings/proceedings.domain.ts';
import { dayOf, pageAddress, pagesFor, textIn, type InterchangeScope } from '../scope.domain.ts';
import { aknNames, MAIN } from './akn-names.domain.ts';

const SOURCE = '#publisher';

/** Everything that a debate is described by: what it is, who and what it refers to. */
export function aknMeta(scope: InterchangeScope, meeting: MeetingDetail, proceedings: Proceedings, cast: Cast): Xml {
  const { language } = proceedings.text;
  return xml`
<meta>
<identification source="${SOURCE}">${[work(scope, meeting, language), expression(scope, meeting, proceedings), manifestation(scope, meeting, language)]}
</identification>${meeting.publishedAt === null ? null : xml`
<publication date="${meeting.publishedAt.slice(0, 10)}" name="${scope.site}" showAs="${scope.site}"/>`}${meeting.topics.length === 0 ? null : xml`
<classification source="${SOURCE}">${meeting.topics.map(({ slug, label }) => xml`
<keyword value="${slug}" showAs="${textIn(label, language)}" dictionary="${`${scope.origin}/${pagesFor(language)}/topics/${encodeURIComponent(slug)}`}"/>`)}
</classification>`}
<lifecycle source="${SOURCE}">
<eventRef eId="eventRef_1" date="${dayOf(meeting)}" source="#original" type="generation"/>
</lifecycle>${references(scope, meeting, proceedings, cast)}
<proprietary source="${SOURCE}" xmlns:of="urn:openfloor:interchange:1">
<of:text kind="${proceedings.text.kind}" status="${proceedings.text.status}" channel="${proceedings.text.channel}" language="${language}" version="${proceedings.text.version}" interpreted="${String(proceedings.interpreted)}"/>
</proprietary>
</meta>`;
}

function work(scope: InterchangeScope, meeting: MeetingDetail, language: string): Xml {
  const name = aknNames(scope, meeting, language).work;
  return xml`
<FRBRWork>
<FRBRthis value="${`${name}/${MAIN}`}"/>
<FRBRuri value="${name}"/>
<FRBRalias name="uuid" value="${`urn:uuid:${meeting.id}`}"/>
<FRBRalias name="page" value="${pageAddress(scope, meeting.slug, language)}"/>${meeting.symbol === null ? null : xml`
<FRBRalias name="symbol" value="${meeting.symbol}"/>`}
<FRBRdate date="${dayOf(meeting)}" name="held"/>
<FRBRauthor href="${meeting.body ? '#body' : SOURCE}"/>
<FRBRcountry value="${scope.jurisdiction}"/>
<FRBRnumber value="${meeting.slug}"/>
<FRBRname value="${textIn(meeting.title, language)}"/>
<FRBRprescriptive value="false"/>
</FRBRWork>`;
}

function expression(scope: InterchangeScope, meeting: MeetingDetail, { text, interpreted }: Proceedings): Xml {
  const { work: ofWork, expression: name } = aknNames(scope, meeting, text.language);
  const floor = meeting.floorLanguages.length === 1 ? meeting.floorLanguages[0] ?? 'mul' : 'mul';
  return xml`
<FRBRExpression>
<FRBRthis value="${`${name}/${MAIN}`}"/>
<FRBRuri value="${name}"/>
<FRBRdate date="${meeting.updatedAt.slice(0, 10)}" name="${text.status}"/>
<FRBRauthor href="${SOURCE}"/>
<FRBRversionNumber value="${text.version}"/>
<FRBRauthoritative value="${String(text.kind === 'record' && text.status === 'final')}"/>
<FRBRlanguage language="${threeLetters(text.language)}"/>${interpreted ? xml`
<FRBRtranslation href="${`${ofWork}/${threeLetters(floor)}`}" fromLanguage="${threeLetters(floor)}" authoritative="false" by="${SOURCE}"/>` : null}
</FRBRExpression>`;
}

function manifestation(scope: InterchangeScope, meeting: MeetingDetail, language: string): Xml {
  const { expression: ofExpression, manifestation: name } = aknNames(scope, meeting, language);
  return xml`
<FRBRManifestation>
<FRBRthis value="${`${ofExpression}/${MAIN}.xml`}"/>
<FRBRuri value="${name}"/>
<FRBRdate date="${meeting.updatedAt.slice(0, 10)}" name="generation"/>
<FRBRauthor href="${SOURCE}"/>
<FRBRformat value="application/akn+xml"/>
</FRBRManifestation>`;
}

function references(scope: InterchangeScope, meeting: MeetingDetail, proceedings: Proceedings, { persons, roles }: Cast): Xml {
  const { language } = proceedings.text;
  const ontology = (kind: string, id: string): string => `/akn/ontology/${kind}/${scope.jurisdiction}/${encodeURIComponent(id)}`;
  const spoken = [...new Set(speechesOf(proceedings).flatMap((speech) => speech.spoken ?? []))].sort();
  return xml`
<references source="${SOURCE}">
<original eId="original" href="${aknNames(scope, meeting, language).work}" showAs="${textIn(meeting.title, language)}"/>
<TLCOrganization eId="publisher" href="${ontology('organization', 'publisher')}" showAs="${scope.site}"/>${meeting.body ? xml`
<TLCOrganization eId="body" href="${ontology('organization', meeting.body.slug)}" showAs="${textIn(meeting.body.name, language)}"/>` : null}${persons.map(({ id, slug, names }) => xml`
<TLCPerson eId="${id}" href="${ontology('person', slug ?? id)}" showAs="${textIn(names, language)}"/>`)}${roles.map(({ id, names }) => xml`
<TLCRole eId="${id}" href="${ontology('role', textIn(names, 'en'))}" showAs="${textIn(names, language)}"/>`)}${spoken.map((tag) => xml`
<TLCConcept eId="${`language-${tag}`}" href="${ontology('concept', `language-${tag}`)}" showAs="${languageName(tag, pagesFor(language))}"/>`)}
</references>`;
}
