import type { Segment } from './segment.ts';

/** When each letter of a segment is said, by its offset (UTF-16) in the text: by its words' times, or evenly. Ask in the order of the text. */
export function letterClock({ text, words, startMs, endMs }: Pick<Segment, 'text' | 'words' | 'startMs' | 'endMs'>): (offset: number) => number {
  const marks: (readonly [offset: number, ms: number])[] = [[0, startMs]];
  let from = 0;
  for (const word of words ?? []) {
    const at = text.indexOf(word.text, from);
    if (at < 0) continue;
    from = at + word.text.length;
    marks.push([at, word.startMs], [from, word.endMs]);
  }
  marks.push([text.length, endMs]);
  let place = 0;
  return (offset) => {
    while (place < marks.length - 2 && (marks[place + 1]?.[0] ?? 0) <= offset) place += 1;
    const [[a, from1] = [0, startMs], [b, to1] = [text.length, endMs]] = marks.slice(place, place + 2);
    return b > a ? from1 + ((to1 - from1) * (offset - a)) / (b - a) : from1;
  };
}
