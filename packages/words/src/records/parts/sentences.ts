import type { RecordSentence } from '../record.ts';
import { partOfFlow, type Flow } from './flow.ts';

const CLOSERS = String.raw`["'”’»›)\]）」』】]*`;
const WIDE_END = new RegExp(`[。！？]+${CLOSERS}`, 'gu');
/** The number of a footnote, set high in print, sticks to the sentence in its text. */
const NOTE_MARK = String.raw`(?<=[\p{L})”»"’][.!?…]["'”’»)]*)\d{1,2}`;
const END = new RegExp(String.raw`(?:[.!?؟…]+|۔)${CLOSERS}(?:${NOTE_MARK})?(?=\s+["'“‘«‹([¿¡—–-]*\s*[\p{Lu}\p{Lo}\d])|؟${CLOSERS}`, 'gu');
const LAST_NOTE_MARK = new RegExp(`${NOTE_MARK}$`, 'u');
/** Titles, initials and the like: the full stop behind them ends no sentence. */
const ABBREVIATED = /(?:^|[\s(«“"'’])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|St|Sr|Sra|Srta|Sres|Dra|Excmo|Excma|M|MM|Mme|Mmes|Mlle|Me|Mgr|No|Nos|Nº|núm|art|para|paras|p|pp|vol|cf|vs|Gen|Lt|Col|Rev|Hon|г|гг|им|ст|п|пп|г-н|т|см|ср|долл|млн|млрд|тыс|руб|англ|стр|гл|\p{Lu})\.$/u;

/** Parts a paragraph into sentences, in any of the languages of records. */
export function sentencesOfFlow(flow: Flow): RecordSentence[] {
  const { text } = flow;
  const ends = new Set<number>([text.length]);
  for (const { 0: all, index } of text.matchAll(WIDE_END)) ends.add(index + all.length);
  for (const { 0: all, index } of text.matchAll(END)) {
    if (!(all === '.' && ABBREVIATED.test(text.slice(Math.max(0, index - 12), index + 1)))) ends.add(index + all.length);
  }
  let from = 0;
  return [...ends].toSorted((a, b) => a - b).flatMap((to) => {
    const part = partOfFlow(flow, from, to);
    from = to;
    return part === null ? [] : [{ ...part, text: part.text.replace(LAST_NOTE_MARK, '') }];
  });
}
