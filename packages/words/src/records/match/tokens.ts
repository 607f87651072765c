import { simplified } from './simplified.ts';

/** Words of a text in the form in which they are compared: without endings, accents and case; Chinese in pairs of signs. */
export function compareTokens(text: string): string[] {
  const plain = text.normalize('NFKD').toLowerCase().replace(/[\p{Mn}\u0640]/gu, '').replace(/[أإآٱ]/gu, 'ا').replace(/ى/gu, 'ي').replace(/ة/gu, 'ه').replace(/œ/gu, 'oe');
  return [...plain.matchAll(TOKEN)].flatMap(([word]) => {
    if (HAN.test(word)) return pairs(simplified(word));
    if (/\d/u.test(word)) return word.replace(/(?<=\d)[.,\u00a0](?=\d{3}\b)/gu, '').split(/[^\p{L}\d]+/u).filter((part) => part !== '');
    return [stem(word)];
  });
}

const HAN = /\p{Script=Han}/u;
const TOKEN = /\p{Script=Han}+|\d[\d\p{L}.,/]*|[\p{L}\p{M}]+/gu;
// Inflection lives behind these letters in the languages of records; Arabic roots are shorter and have the article before them.
const STEM_LETTERS = 5;
const ARABIC = /^\p{Script=Arabic}/u;

function stem(word: string): string {
  if (!ARABIC.test(word)) return word.slice(0, STEM_LETTERS);
  const bare = word.replace(/^(?:[وفبكل]?ال|لل|[وف](?=\p{L}{4}))/u, '');
  return bare.slice(0, STEM_LETTERS - 1);
}

function pairs(word: string): string[] {
  const signs = Array.from(word);
  return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
}
