import { createHash } from 'node:crypto';
import type { MeetingMoments, MomentFacts } from '../moment.domain.ts';
import type { SearchFilters } from '../search.domain.ts';

/** As people write it: capitals, spaces and which apostrophe or dash they have make no difference. */
const plain = (value: string): string => value.normalize('NFKC').toLowerCase().replace(/[’ʼ`´]/gu, '\'').replace(/\p{Pd}/gu, '-').replace(/\s+/gu, ' ').trim();

/** A number that stands for a value of a filter: the index can look for it together with the words. */
const markOf = (kind: string, value: string): string => createHash('sha256').update(`${kind}\n${plain(value)}`).digest().readBigInt64BE().toString();

// Of a text that is in the language spoken at the floor.
const ORIGINAL_MARK = markOf('original', 'only');

const base = (tag: string): string => tag.split('-', 1)[0] ?? '';
const MARKED = ['speaker', 'body', 'series', 'topic', 'meeting', 'capacity', 'agenda', 'symbol', 'spoken'] as const satisfies readonly (keyof SearchFilters)[];
type Marked = (typeof MARKED)[number];

/** The marks of a moment. */
export function marksOf(meeting: Omit<MeetingMoments, 'moments'>, facts: MomentFacts): readonly string[] {
  const values: Readonly<Record<Marked, readonly (string | null | undefined)[]>> = {
    speaker: [facts.speaker?.slug],
    body: meeting.bodies,
    series: [meeting.series],
    topic: [...meeting.topics, ...facts.topics],
    meeting: [meeting.meetingId],
    capacity: Object.values(facts.capacity ?? {}),
    agenda: [...Object.values(facts.agenda?.title ?? {}), facts.agenda?.symbol],
    symbol: [...meeting.symbols, facts.agenda?.symbol],
    spoken: facts.spoken === null ? [] : [facts.spoken, base(facts.spoken)],
  };
  return [...new Set(MARKED.flatMap((kind) => values[kind].flatMap((value) => (value == null || value === '' ? [] : [markOf(kind, value)]))))];
}

/** The marks that filters ask for; all of them have to be there. The meeting has to be named by its id. */
export const wantedMarks = (filters: SearchFilters): readonly string[] => {
  const marks = MARKED.flatMap((kind) => (filters[kind] === undefined ? [] : [markOf(kind, filters[kind])]));
  return [...marks, ...(filters.with === undefined ? [] : [markOf('topic', filters.with)]), ...(filters.original === undefined ? [] : [ORIGINAL_MARK])];
};

/** The text form of the marks of a text. */
export const marksLiteral = (marks: readonly string[], isOriginal: boolean): string => `{${(isOriginal ? [...marks, ORIGINAL_MARK] : marks).join(',')}}`;
