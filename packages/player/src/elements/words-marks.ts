import { findText } from '../core/find-text.ts';

/** So many hits are marked at most: who looks for "e" wants none of them. */
const MOST_HITS = 1000;

/** A place at which something was found: the marks that cover it, in one sentence or over the end of one. */
export type Hit = readonly HTMLElement[];

/** Marks every place in the paragraphs of `place` where the folded query stands; the marks of an earlier search go. */
export function markHits(place: HTMLElement, query: string): readonly Hit[] {
  for (const mark of place.querySelectorAll('mark[data-hit]')) {
    const { parentNode } = mark;
    mark.replaceWith(...mark.childNodes);
    parentNode?.normalize();
  }
  const hits: HTMLElement[][] = [];
  if (query === '') return hits;
  for (const paragraph of place.querySelectorAll<HTMLElement>('.spoken-paragraph > p')) {
    if (hits.length >= MOST_HITS) break;
    markIn(paragraph, query, hits);
  }
  return hits;
}

function markIn(paragraph: HTMLElement, query: string, hits: HTMLElement[][]): void {
  const texts = textsOf(paragraph);
  const found = findText(texts.map(({ data }) => data).join(''), query);
  const first = hits.length;
  hits.push(...found.map(() => []));
  let begin = 0;
  for (const text of texts) {
    const { data } = text;
    const end = begin + data.length;
    // From the last one back: what stands before keeps its place in the text.
    for (const [n, { from, to }] of [...found.entries()].reverse()) {
      if (to <= begin || from >= end) continue;
      const piece = text.splitText(Math.max(0, from - begin));
      piece.splitText(Math.min(data.length, to - begin) - Math.max(0, from - begin));
      const mark = document.createElement('mark');
      mark.dataset['hit'] = String(first + n + 1);
      piece.replaceWith(mark);
      mark.append(piece);
      hits[first + n]?.push(mark);
    }
    begin = end;
  }
}

/** The words themselves, without what the page adds to them. */
function textsOf(paragraph: HTMLElement): readonly Text[] {
  const texts: Text[] = [];
  const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (walk.currentNode instanceof Text && !walk.currentNode.parentElement?.closest('[data-aside]')) texts.push(walk.currentNode);
  return texts;
}
