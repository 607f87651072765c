import type { Gap, MeetingDetail } from '#meetings/index.ts';
import { xml, type Xml } from '#platform/xml/index.ts';
import type { Cast } from '../proceedings/cast.domain.ts';
import { oneLine, paragraphText } from '../proceedings/paragraph-text.domain.ts';
import type { Paragraph, Proceedings, Section, Speech } from '../proceedings/proceedings.domain.ts';
import { clockAt, textIn } from '../scope.domain.ts';
import { bracketed, happening } from './noises.domain.ts';
import { textName } from './tei-names.domain.ts';
import { TeiTimeline } from './tei-timeline.domain.ts';

/** The text of a meeting, and how often each element stands in it. */
export interface TeiText {
  readonly markup: Xml;
  readonly counts: ReadonlyMap<string, number>;
}

interface Writing {
  readonly meeting: MeetingDetail;
  readonly language: string;
  readonly name: string;
  readonly cast: Cast;
  /** Null where times are left out of the text's structure. */
  readonly timeline: TeiTimeline | null;
  /** Stretches of the channel that carry nothing and have not been told of yet. */
  readonly gaps: Gap[];
  readonly counts: Map<string, number>;
}

/** Writes who says what: sections with utterances, in segments, with the times at which they are heard. */
export function teiText(meeting: MeetingDetail, proceedings: Proceedings, cast: Cast, options: { readonly timeline: boolean }): TeiText {
  const { text: { language, kind, channel } } = proceedings;
  const name = textName(meeting, language);
  // The official record has no holes where a booth had one.
  const gaps = kind === 'record' ? [] : meeting.channels.find(({ key }) => key === channel)?.gaps ?? [];
  const writing: Writing = { meeting, language, name, cast, timeline: options.timeline ? new TeiTimeline(name) : null, gaps: [...gaps], counts: new Map() };
  const sections = proceedings.sections.map((one) => section(writing, one));
  return {
    counts: writing.counts,
    markup: xml`
<text ana="#reference">${writing.timeline?.markup(meeting)}
<body>${sections}
</body>
</text>`,
  };
}

function section(writing: Writing, { item, parts }: Section): Xml {
  const spoken = parts.some(({ what }) => what === 'speech');
  const heads = item === null ? [] : [item.symbol ?? '', oneLine(textIn(item.title, writing.language))].filter((head) => head !== '');
  count(writing, 'div');
  return xml`
<div type="${spoken ? 'debateSection' : 'commentSection'}">${heads.map((head) => xml`
<head>${counted(writing, 'head', head)}</head>`)}${parts.map((part) => (part.what === 'speech' ? [gapsBefore(writing, part.startMs), utterance(writing, part)] : xml`
${aside(writing, oneLine(part.text))}`))}
</div>`;
}

function utterance(writing: Writing, said: Speech): Xml {
  const { meeting, name, cast, language, timeline } = writing;
  const [person, role] = [cast.personOf(said), cast.roleOf(said)];
  const time = clockAt(meeting, said.startMs);
  const capacity = role === null ? '' : ` (${textIn(role.names, language)})`;
  count(writing, 'note');
  if (time !== null) count(writing, 'note');
  // Written first: segments take their numbers in the order in which they stand.
  const segments = said.paragraphs.map((one) => segment(writing, one));
  return xml`
<note type="speaker">${oneLine(`${textIn(person.names, language)}${capacity}`)}</note>${time === null ? null : xml`
<note type="time"><time when="${time}">${time.slice(11, 19)}</time></note>`}
<u xml:id="${`${name}.u${count(writing, 'u')}`}"${person.slug === null ? null : xml` who="${`#${person.id}`}"`} ana="${said.chair ? '#chair' : '#regular'}"${timeline && xml` start="${timeline.at(said.startMs)}" end="${timeline.at(said.endMs)}"`}>${segments}
</u>`;
}

function segment(writing: Writing, paragraph: Paragraph): Xml {
  const [only] = paragraph.sentences;
  const unspoken = paragraph.sentences.length === 1 && only ? bracketed(oneLine(only.text)) : null;
  if (unspoken !== null) {
    return xml`
${aside(writing, unspoken)}`;
  }
  const { name, timeline } = writing;
  return xml`
<seg xml:id="${`${name}.seg${count(writing, 'seg')}`}"${paragraph.language === null ? null : xml` xml:lang="${paragraph.language}"`}${timeline && only && xml` synch="${timeline.at(only.startMs)}"`}>${paragraphText(paragraph)}</seg>`;
}

function aside(writing: Writing, text: string): Xml {
  const written = happening(text);
  count(writing, /^<(\w+)/.exec(written.markup)?.[1] ?? 'note');
  return written;
}

function gapsBefore(writing: Writing, ms: number): readonly Xml[] {
  const before = writing.gaps.filter(({ startMs }) => startMs <= ms);
  writing.gaps.splice(0, before.length);
  return before.map(({ startMs, endMs }) => {
    count(writing, 'gap');
    return xml`
<gap reason="inaudible"${writing.timeline && xml` start="${writing.timeline.at(startMs)}" end="${writing.timeline.at(endMs)}"`}><desc xml:lang="en">The channel carries nothing for ${Math.round((endMs - startMs) / 1000)} s</desc></gap>`;
  });
}

/** Counts an element, and tells how many there are by now. */
function count({ counts }: Writing, element: string): number {
  const now = (counts.get(element) ?? 0) + 1;
  counts.set(element, now);
  return now;
}

function counted(writing: Writing, element: string, text: string): string {
  count(writing, element);
  return text;
}
