/** A query as words and what is between them: put side by side again they are the query. */
export function splitWords(text: string): readonly { readonly text: string; readonly isWord: boolean }[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*(?!\*)|[^\p{L}\p{M}]+|./gsu), ([piece]) => ({ text: piece, isWord: /^[\p{L}\p{M}]{2}/u.test(piece) }));
}

/** By how many slips of the finger two words differ: letters that are missing, too many, wrong or swapped. Null for more than one; for more than two between longer words. */
export function slipsBetween(a: string, b: string): number | null {
  const [from, to] = [Array.from(a), Array.from(b)];
  const most = Math.min(from.length, to.length) >= 7 ? 2 : 1;
  const wrong = distance(from, to, most);
  return wrong > most ? null : wrong;
}

// A word is rather said fifty times as often than that its writer slipped once more; the first letter is seldom wrong.
const A_SLIP = Math.log(50);
const OTHER_LANGUAGE = Math.log(20);
const OTHER_BEGINNING = Math.log(20);

/**
 * How likely it is that a word was meant, to be compared with others; null where it is too far.
 * @param texts in how many texts the word that may be meant stands
 */
export function likelihoodOf(written: string, meant: string, texts: number, isOwnLanguage: boolean): number | null {
  const slips = slipsBetween(written, meant);
  if (slips === null) return null;
  const [[a, b], [c, d]] = [Array.from(written), Array.from(meant)];
  const sameBeginning = a === c || (a === d && b === c);
  // Of a short word with another beginning nothing is sure.
  if (!sameBeginning && (slips > 1 || Array.from(meant).length < 6)) return null;
  return Math.log(texts + 1) - slips * A_SLIP - (isOwnLanguage ? 0 : OTHER_LANGUAGE) - (sameBeginning ? 0 : OTHER_BEGINNING);
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
