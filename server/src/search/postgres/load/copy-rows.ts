import { plainForms } from '../forms.ts';
import { partitionOf } from '../layout.repo.ts';
import { marksLiteral } from '../marks.ts';
import { yearOf } from '../newest.ts';
import { rowsOf, type LanguageCount } from '../rows.ts';
import type { MeetingMoments } from '../../moment.domain.ts';

// The number of a moment: its meeting's, then its own.
const MOMENTS_OF_A_MEETING = 65_536;

/** A meeting with the numbers that its rows get. */
export interface NumberedMeeting {
  readonly number: number;
  /** The first of as many ids as it has moments. */
  readonly firstFacts: number;
  readonly meeting: MeetingMoments;
}

const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const field = (text: string): string => (SPECIAL.test(text) ? text.replaceAll(/[\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign) : text);

/**
 * The rows of meetings as text that COPY takes, by table.
 * @param counts what the languages gain is added here
 */
export function copyLines(meetings: readonly NumberedMeeting[], counts: Map<string, LanguageCount>): ReadonlyMap<string, string> {
  const tables = new Map<string, string>();
  const add = (table: string, line: string): void => { tables.set(table, (tables.get(table) ?? '') + line); };
  meetings.forEach(({ number, firstFacts, meeting }) => {
    const { newest, facts, moments } = rowsOf({ ...meeting, moments: meeting.moments.slice(0, MOMENTS_OF_A_MEETING) }, counts);
    const year = yearOf(newest);
    add('meetings', `${number}\t${meeting.meetingId}\n`);
    facts.forEach(({ facts: own }, n) => { add('facts', `${firstFacts + n}\t${number}\t${field(JSON.stringify(own))}\n`); });
    const marks = facts.map((one) => [marksLiteral(one.marks, false), marksLiteral(one.marks, true)] as const);
    moments.forEach(({ moment, facts: of, texts }, n) => {
      const id = number * MOMENTS_OF_A_MEETING + n;
      add('moments', `${id}\t${firstFacts + of}\t${moment.startMs}\t${moment.endMs}\t${field(JSON.stringify(moment.texts))}\n`);
      for (const { language, nth, length, vector, isOriginal } of texts) {
        add(partitionOf(language, year), `${language}\t${newest}\t${id}\t${firstFacts + of}\t${nth}\t${length}\t${field(vector)}\t${marks[of]?.[isOriginal ? 1 : 0] ?? '{}'}\n`);
      }
    });
  });
  return tables;
}

/** What languages gain, as text that COPY takes. */
export function* countLines(total: ReadonlyMap<string, LanguageCount>): Generator<readonly [table: string, lines: string]> {
  for (const [language, { texts, words, keys, forms }] of total) {
    yield ['languages_part', `${language}\t${texts}\t${words}\n`];
    yield ['keys_part', Array.from(keys, ([key, n]) => `${language}\t${field(key)}\t${n}\n`).join('')];
    yield ['forms_part', Array.from(plainForms(forms), ([form, shown, n]) => `${language}\t${field(form)}\t${field(shown)}\t${n}\n`).join('')];
  }
}
