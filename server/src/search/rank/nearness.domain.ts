/** A query as words and what is between them: put side by side again they are the query. */
export function splitWords(text: string): readonly { readonly text: string; readonly isWord: boolean }[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*(?!\*)|[^\p{L}\p{M}]+|./gsu), ([piece]) => ({ text: piece, isWord: /^[\p{L}\p{M}]{2}/u.test(piece) }));
}

/** How near two words are, from 0 (not near) to 1: by how many letters are missing, too many, wrong or swapped. Longer words may have two of these. */
export function nearness(a: string, b: string): number {
  const [from, to] = [Array.from(a), Array.from(b)];
  const most = Math.min(from.length, to.length) >= 7 ? 2 : 1;
  const wrong = distance(from, to, most);
  return wrong > most ? 0 : 1 - wrong / (Math.max(from.length, to.length) + 1);
}

/** Counts the slips between two words, neighbours swapped being one; more than `most` may come out as any number above. */
function distance(a: readonly string[], b: readonly string[], most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      now[j] = least;
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[b.length] ?? 0;
}
