/** A text as it is searched in, with where each UTF-16 unit of it comes from. */
export interface FoldedText {
  readonly folded: string;
  /** For each unit of `folded` where the letter it stands for begins in the text. */
  readonly from: readonly number[];
}

// Marks above and below letters, Arabic vowel signs and the stroke that lengthens a word, Hebrew points, soft hyphens, what joins
// and what turns the direction. Signs that are vowels of their own (Hindi, Thai) stay: without them words are others.
const LEFT_OUT = new RegExp(String.raw`[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]`, 'gu');

// Letters that Unicode doesn't take apart, and those that people write for one another.
const STANDS_FOR: Readonly<Record<string, string>> = {
  œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', ς: 'σ',
  ى: 'ي', ی: 'ي', ة: 'ه', ٱ: 'ا', ک: 'ك',
  '’': '\'', '‘': '\'', ʼ: '\'', '“': '"', '”': '"', '«': '"', '»': '"', '‐': '-', '–': '-', '—': '-', '−': '-',
};

const known = new Map<string, string>();

/**
 * Folds a text so that people find what they mean however it is written: capitals, accents, hamza, alef, tatweel and vowel signs, ё, wide and
 * Arabic figures make no difference; spaces in a row are one.
 */
export function foldText(text: string): FoldedText {
  const from: number[] = [];
  let folded = '';
  let at = 0;
  for (const letter of text) {
    const means = foldLetter(letter);
    if (means !== ' ' || !folded.endsWith(' ')) {
      folded += means;
      for (let unit = 0; unit < means.length; unit += 1) from.push(at);
    }
    at += letter.length;
  }
  return { folded, from };
}

function foldLetter(letter: string): string {
  const before = known.get(letter);
  if (before !== undefined) return before;
  const plain = /\s/u.test(letter) ? ' ' : letter.normalize('NFKD').replace(LEFT_OUT, '').toLowerCase().normalize('NFKD').replace(LEFT_OUT, '');
  const means = Array.from(plain, (part) => STANDS_FOR[part] ?? figure(part) ?? part).join('');
  known.set(letter, means);
  return means;
}

/** A decimal figure of any script as the one that all keyboards have. */
function figure(letter: string): string | undefined {
  if (!/\p{Nd}/u.test(letter)) return undefined;
  // Each script has its ten in a row, from nought on.
  const code = letter.codePointAt(0) ?? 0;
  let nought = code;
  while (code - nought < 9 && /\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought -= 1;
  return String(code - nought);
}
