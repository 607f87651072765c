import { findQuery, searchTokens, type QueryPart } from '@openfloor/words';
import type { Marking } from './marking.domain.ts';
import type { MomentText } from './moment.domain.ts';
import type { FoundText, Mark } from './search.domain.ts';

/** Of a longer text only a part is shown, in UTF-16 units. */
const LONGEST = 420;
const BEFORE = 60;

/** A moment's text with what was looked for marked, in the same words as the index knows. */
export function foundText({ channel, kind, language, text, places }: MomentText, marking: Marking): FoundText {
  const marks = marksIn(text, language, marking);
  const first = marks[0]?.from ?? 0;
  const at = places.findLast(({ from }) => from <= first)?.startMs ?? places[0]?.startMs ?? 0;
  return { channel, kind, language, at, ...excerpt(text, marks) };
}

function marksIn(text: string, language: string, marking: Marking): readonly Mark[] {
  if (marking.parts.length === 0 && marking.names.length === 0) return [];
  const tokens = searchTokens(text, language);
  const keys = new Set(tokens.map(({ key }) => key));
  // Most texts lack a word of most phrases: those needn't be looked through.
  const mayStand = ({ words, prefix }: QueryPart): boolean => words.every(({ key }, n) => keys.has(key) || (prefix && n === words.length - 1));
  const isThere = (part: QueryPart): boolean => mayStand(part) && (part.words.length === 1 || findQuery(tokens, [part]) !== null);
  const spansOf = (parts: readonly QueryPart[], named: boolean) => {
    const isSingle = ({ words, prefix }: QueryPart): boolean => words.length === 1 && !prefix;
    const single = new Set(parts.filter(isSingle).map(({ words }) => words[0]?.key));
    const longer = parts.filter((part) => !isSingle(part) && mayStand(part));
    return [...tokens.filter(({ key }) => single.has(key)), ...longer.flatMap((part) => findQuery(tokens, [{ ...part, excluded: false }]) ?? [])].map(({ from, to }) => ({ from, to, named }));
  };
  const named = marking.names.flatMap(({ whole, marked }) => (whole.every(isThere) ? marked : []));
  const spans = [...spansOf(marking.parts, false), ...spansOf(named, true)].sort((a, b) => a.from - b.from || b.to - a.to);
  const marks: { from: number; to: number; named: boolean }[] = [];
  for (const span of spans) {
    const last = marks.at(-1);
    if (last && span.from <= last.to) {
      last.to = Math.max(last.to, span.to);
      last.named &&= span.named;
    } else marks.push({ ...span });
  }
  return marks.map(({ named: isNamed, ...mark }) => (isNamed ? { ...mark, named: true } : mark));
}

/** The part of a text in which the most is marked. */
function excerpt(text: string, marks: readonly Mark[]): { readonly text: string; readonly marks: readonly Mark[] } {
  if (text.length <= LONGEST) return { text, marks };
  let [begin, most] = [0, 0];
  for (const { from } of marks) {
    const inside = marks.filter((mark) => mark.from >= from && mark.to <= from + LONGEST - BEFORE).length;
    if (inside > most) [begin, most] = [Math.max(0, from - BEFORE), inside];
  }
  const from = begin === 0 ? 0 : wordStart(text, Math.min(begin, text.length - LONGEST + BEFORE));
  const to = from + LONGEST >= text.length ? text.length : wordStart(text, from + LONGEST);
  const head = from > 0 ? '… ' : '';
  const shift = head.length - from;
  return {
    text: `${head}${text.slice(from, to).trimEnd()}${to < text.length ? ' …' : ''}`,
    marks: marks.filter((mark) => mark.from >= from && mark.to <= to).map((mark) => ({ ...mark, from: mark.from + shift, to: mark.to + shift })),
  };
}

/** Where the word begins that stands there; where no space is near, the place itself. */
function wordStart(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  if (space >= 0 && at - space <= 30) return space + 1;
  // Not between the halves of a letter.
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}
