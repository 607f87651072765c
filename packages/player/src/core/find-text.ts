import { foldText } from './fold-text.ts';

/** A piece of a text, in UTF-16 units; `to` is the first that doesn't belong to it. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** What people look for as it is compared, without the space and the quotation marks around it; empty where nothing is left. */
export const foldQuery = (query: string): string => foldText(query.trim().replace(/^["“”«»„\s]+|["“”«»„\s]+$/gu, '')).folded.trim();

/** Every place of a text in which the folded query stands, in order; none overlaps another. A part of a word is found as well. */
export function findText(text: string, query: string): readonly TextRange[] {
  if (query === '') return [];
  const { folded, from } = foldText(text);
  const found: TextRange[] = [];
  for (let at = folded.indexOf(query); at >= 0; at = folded.indexOf(query, at + query.length)) {
    const last = from[at + query.length - 1] ?? 0;
    let next = at + query.length;
    // One letter may stand for two (œ): a place ends where the next letter begins.
    while (from[next] === last) next += 1;
    found.push({ from: from[at] ?? 0, to: from[next] ?? text.length });
  }
  return found;
}
