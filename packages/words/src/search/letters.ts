// What joins, parts or turns without being a letter, and what lengthens an Arabic word or says its vowels.
const UNSEEN = /[\u00AD\u0610-\u061A\u061C\u0640\u064B-\u0655\u0670\u06D6-\u06ED\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const MARKS = /\p{Mn}/gu;
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** Small letters in their usual form, wide and ligature forms taken apart, what isn't seen left out; accents stay. */
export const plainLetters = (word: string): string =>
  // Some signs are taken apart into several words (ﷺ), or into a space and a mark.
  word.normalize('NFKC').toLowerCase().normalize('NFC').replace(/\s+/gu, '').replace(UNSEEN, '').replace(/[’ʼ`´]/gu, '\'');

/** The same without accents: how people write who have another keyboard, or are in a hurry. */
export const bareLetters = (word: string): string =>
  plainLetters(word).normalize('NFKD').replace(MARKS, '').replace(/\s+/gu, '').normalize('NFC').replace(/[œæßøłđı]/gu, (letter) => LIGATURES[letter] ?? letter);
