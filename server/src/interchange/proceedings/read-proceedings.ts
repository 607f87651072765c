import { turnAt } from '@openfloor/player';
import type { Intervention, MeetingDetail } from '#meetings/index.ts';
import type { Happening, Paragraph, Proceedings, Section, Speech, SpokenSentence, TimedText } from './proceedings.domain.ts';

/** A turn that ends. */
type ListedTurn = Intervention & { readonly endMs: number };

/** As on the pages: an interpreter whose lag nobody has measured is taken back by so much to tell whose words they are. */
const USUAL_LAG_MS = 2000;
const LONGEST_PARAGRAPH_MS = 45_000;
const PAUSE_MS = 2500;

/** Puts a text under who says it, and that under the items of the agenda. */
export function readProceedings(meeting: MeetingDetail, { segments, record, ...text }: TimedText): Proceedings {
  const role = meeting.channels.find(({ key }) => key === text.channel)?.role;
  const follows = role !== undefined && role !== 'floor';
  const turns = listedTurns(meeting);
  const speeches: OpenSpeech[] = [];
  for (const sentence of segments) {
    const turn = turnOf(sentence, turns, follows);
    const last = speeches.at(-1);
    if (last?.takes(sentence, turn)) last.sentences.push(sentence);
    else speeches.push(new OpenSpeech(sentence, turn));
  }
  const said = speeches.map((speech) => finished(speech, text, record));
  return { text, interpreted: follows && text.kind !== 'record', sections: inSections(meeting, withHappenings(speeches, said, record), turns) };
}

function listedTurns({ interventions, durationMs }: MeetingDetail): readonly ListedTurn[] {
  const ordered = interventions.toSorted((a, b) => a.startMs - b.startMs);
  return ordered.map((turn, n) => ({ ...turn, endMs: turn.endMs ?? ordered[n + 1]?.startMs ?? Math.max(durationMs ?? 0, turn.startMs) }));
}

function turnOf({ startMs, endMs, floorMs }: SpokenSentence, turns: readonly ListedTurn[], follows: boolean): ListedTurn | null {
  const at = follows ? [floorMs ?? startMs - USUAL_LAG_MS, startMs, endMs] : [(startMs + endMs) / 2];
  for (const ms of at) {
    const turn = turnAt(turns, ms);
    if (turn !== null) return turn;
  }
  return null;
}

/** A speech that is still being filled. */
class OpenSpeech {
  readonly sentences: SpokenSentence[];
  /** As the list has it at the first sentence. */
  readonly turn: ListedTurn | null;
  /** Of the record, which knows its turns itself; null in other texts. */
  readonly recordTurn: number | null;

  constructor(first: SpokenSentence, turn: ListedTurn | null) {
    this.sentences = [first];
    this.turn = turn;
    this.recordTurn = first.turn ?? null;
  }

  takes(sentence: SpokenSentence, turn: ListedTurn | null): boolean {
    // Where people changed the words of a record, only the segment is known: it stays with its neighbours.
    if (this.recordTurn !== null) return (sentence.turn ?? this.recordTurn) === this.recordTurn;
    if (sentence.turn != null || turn?.id !== this.turn?.id) return false;
    return turn !== null || (sentence.speaker ?? null) === (this.sentences[0]?.speaker ?? null);
  }
}

function finished({ sentences, turn, recordTurn }: OpenSpeech, { language }: Proceedings['text'], record: TimedText['record']): Speech {
  const recorded = recordTurn === null ? undefined : record?.turns[recordTurn];
  return {
    what: 'speech', turn, named: recorded?.speaker ?? sentences[0]?.speaker ?? null, chair: recorded?.chair ?? false, capacity: recorded?.capacity ?? null,
    spoken: recorded?.spoken ?? known(turn?.language), startMs: Math.min(...sentences.map(({ startMs }) => startMs)), endMs: Math.max(...sentences.map(({ endMs }) => endMs)),
    paragraphs: inParagraphs(sentences, (sentence) => ownLanguage(sentence, language, turn)),
  };
}

const known = (language: string | undefined): string | null => (language === undefined || ['mul', 'und'].includes(language) ? null : language);

/** The language of a sentence where it isn't that of the text; on a floor of several languages it is the speaker's. */
function ownLanguage({ language: own }: SpokenSentence, language: string, turn: ListedTurn | null): string | null {
  const said = own ?? (language === 'mul' ? known(turn?.language) : null);
  return said === language ? null : said;
}

function inParagraphs(sentences: readonly SpokenSentence[], languageOf: (sentence: SpokenSentence) => string | null): readonly Paragraph[] {
  const paragraphs: { language: string | null; sentences: SpokenSentence[] }[] = [];
  for (const sentence of sentences) {
    const language = languageOf(sentence);
    const open = paragraphs.at(-1);
    const [first, last] = [open?.sentences[0], open?.sentences.at(-1)];
    if (open && first && last && open.language === language && goesOn(first, last, sentence)) open.sentences.push(sentence);
    else paragraphs.push({ language, sentences: [sentence] });
  }
  return paragraphs;
}

function goesOn(first: SpokenSentence, last: SpokenSentence, next: SpokenSentence): boolean {
  if (last.paragraph != null || next.paragraph != null) return (next.paragraph ?? last.paragraph) === (last.paragraph ?? next.paragraph);
  return next.startMs - last.endMs < PAUSE_MS && next.endMs - first.startMs <= LONGEST_PARAGRAPH_MS;
}

/** Puts what the record says happened between the speeches that it stands between. */
function withHappenings(open: readonly OpenSpeech[], said: readonly Speech[], record: TimedText['record']): readonly (Speech | Happening)[] {
  const stages = [...record?.stages ?? []];
  const parts: (Speech | Happening)[] = [];
  said.forEach((speech, n) => {
    const turn = open[n]?.recordTurn ?? null;
    while (turn !== null && stages[0] && stages[0].afterTurns <= turn) parts.push({ what: 'happening', text: stages.shift()?.text ?? '' });
    parts.push(speech);
  });
  return [...parts, ...stages.map(({ text }): Happening => ({ what: 'happening', text }))];
}

function inSections(meeting: MeetingDetail, parts: readonly (Speech | Happening)[], turns: readonly ListedTurn[]): readonly Section[] {
  const sections: { item: Section['item']; parts: (Speech | Happening)[] }[] = [];
  for (const part of parts) {
    const item = part.what === 'speech' ? itemOf(meeting, part, turns) : sections.at(-1)?.item ?? null;
    const open = sections.at(-1);
    // What happens before anybody speaks belongs to what is taken up then.
    if (open && (open.item === item || open.parts.every(({ what }) => what === 'happening'))) [open.item, open.parts] = [item, [...open.parts, part]];
    else sections.push({ item, parts: [part] });
  }
  return sections;
}

function itemOf({ agenda }: MeetingDetail, speech: Speech, turns: readonly ListedTurn[]): Section['item'] {
  const listed = turns.find(({ id }) => id === speech.turn?.id)?.agendaItemId;
  const byTime = (ms: number) => agenda.findLast((item, n) => item.startMs !== null && item.startMs <= ms && ms < (item.endMs ?? agenda[n + 1]?.startMs ?? Infinity));
  return agenda.find(({ id }) => id === listed) ?? byTime(speech.turn?.startMs ?? speech.startMs) ?? null;
}
