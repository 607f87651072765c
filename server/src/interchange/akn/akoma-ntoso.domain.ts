import type { MeetingDetail } from '#meetings/index.ts';
import { formatDate, pick } from '#platform/i18n/index.ts';
import { xml, type Xml } from '#platform/xml/index.ts';
import { castOf, type Cast } from '../proceedings/cast.domain.ts';
import { oneLine, paragraphText } from '../proceedings/paragraph-text.domain.ts';
import type { Paragraph, Proceedings, Section, Speech } from '../proceedings/proceedings.domain.ts';
import { clockAt, dayOf, pagesFor, textIn, type InterchangeScope } from '../scope.domain.ts';
import { aknMeta } from './akn-meta.domain.ts';
import { AknIds } from './akn-names.domain.ts';

/** The namespace of Akoma Ntoso 3.0, as OASIS published it as LegalDocML 1.0. */
export const AKN_NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** What is written while the parts are counted. */
interface Writing {
  readonly meeting: MeetingDetail;
  readonly language: string;
  readonly cast: Cast;
  readonly ids: AknIds;
  /** How often each turn has been written: what interrupts it makes two speeches of one turn. */
  readonly turns: Map<string, number>;
}

/** One text of a meeting as an Akoma Ntoso debate. */
export function akomaNtoso(scope: InterchangeScope, meeting: MeetingDetail, proceedings: Proceedings): Xml {
  const { language } = proceedings.text;
  const cast = castOf(proceedings);
  const writing: Writing = { meeting, language, cast, ids: new AknIds(), turns: new Map() };
  return xml`<akomaNtoso xmlns="${AKN_NAMESPACE}">
<debate name="debate" contains="singleVersion">${aknMeta(scope, meeting, proceedings, cast)}${preface(meeting, language)}
<debateBody xml:lang="${language}">${proceedings.sections.map((one) => section(writing, one))}
</debateBody>
</debate>
</akomaNtoso>`;
}

function preface(meeting: MeetingDetail, language: string): Xml {
  const held = dayOf(meeting);
  const title = pick(meeting.title, language);
  return xml`
<preface>
<p${title && xml` xml:lang="${title.lang}"`}><docTitle>${oneLine(title?.text ?? '')}</docTitle></p>${meeting.symbol === null ? null : xml`
<p><docNumber>${meeting.symbol}</docNumber></p>`}
<p xml:lang="${pagesFor(language)}"><docDate date="${held}">${meeting.starts === null ? held : formatDate(new Date(meeting.starts), pagesFor(language), meeting.timezone)}</docDate></p>
</preface>`;
}

function section(writing: Writing, { item, parts }: Section): Xml {
  const { ids, language } = writing;
  const id = ids.next('dbsect');
  const title = item === null ? '' : oneLine(textIn(item.title, language));
  return xml`
<debateSection eId="${id}" name="${item === null ? 'debate' : 'agendaItem'}">${item?.symbol == null ? null : xml`
<num>${item.symbol}</num>`}${title === '' ? null : xml`
<heading>${title}</heading>`}${parts.map((part) => (part.what === 'speech' ? speech(writing, part, id) : xml`
<scene eId="${ids.next('scene', id)}">${oneLine(part.text)}</scene>`))}
</debateSection>`;
}

function speech(writing: Writing, said: Speech, within: string): Xml {
  const { meeting, language, cast, ids } = writing;
  const id = ids.next('speech', within);
  const [person, role] = [cast.personOf(said), cast.roleOf(said)];
  const [name, capacity] = [textIn(person.names, language), role === null ? '' : textIn(role.names, language)];
  const [start, end] = [clockAt(meeting, said.startMs), clockAt(meeting, said.endMs)];
  return xml`
<speech eId="${id}"${said.turn === null ? null : xml` wId="${workId(writing, said.turn)}"`} by="${`#${person.id}`}"${role === null ? null : xml` as="${`#${role.id}`}"`}${start === null ? null : xml` startTime="${start}" endTime="${end}"`}${spokenOf(said, language)}>
<from>${capacity === '' ? name : `${name} (${capacity})`}</from>${said.paragraphs.map((one) => paragraph(writing, one, id))}
</speech>`;
}

/** The name of a turn that is the same in every language and whatever is corrected: it has it by its place in the meeting. */
function workId({ meeting: { interventions }, turns }: Writing, turn: { readonly id: string }): string {
  const times = (turns.get(turn.id) ?? 0) + 1;
  turns.set(turn.id, times);
  return `speech_${interventions.findIndex(({ id }) => id === turn.id) + 1}${times === 1 ? '' : `.${times}`}`;
}

/** In which language the person spoke, where these are other words; a speech in another language is said to be translated. */
function spokenOf({ spoken }: Speech, language: string): Xml | null {
  if (spoken === null) return null;
  const same = spoken.split('-', 1)[0] === language.split('-', 1)[0] || language === 'mul';
  return xml` refersTo="${`#language-${spoken}`}"${same ? null : xml` status="translated"`}`;
}

function paragraph({ meeting, ids }: Writing, one: Paragraph, within: string): Xml {
  const time = clockAt(meeting, one.sentences[0]?.startMs ?? 0);
  return xml`
<p eId="${ids.next('p', within)}"${one.language === null ? null : xml` xml:lang="${one.language}"`}>${time === null ? null : xml`<recordedTime time="${time}"/>`}${paragraphText(one)}</p>`;
}
