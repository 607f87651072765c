import type { LocalizedText } from '#platform/i18n/index.ts';

const MAX_LENGTH = 80;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Letters that Unicode does not take apart into a base letter and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ŧ: 't',
};

/** True for what looks like an id, which no slug may. */
export const looksLikeId = (text: string): boolean => UUID.test(text);

/** A slug as people may write it: letters and digits of any script in lower case, joined by single hyphens. */
export function isSlug(text: string): boolean {
  return text.length <= 120 && /^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u.test(text)
    && text === text.normalize('NFC') && text === text.toLowerCase() && !looksLikeId(text);
}

/** At most 80 characters, cut between words where there is a word to cut at. */
function shorten(slug: string): string {
  if (slug.length <= MAX_LENGTH) return slug;
  // Half a surrogate pair at the cut is worse than a letter less.
  const cut = slug.slice(0, slug.slice(0, MAX_LENGTH).isWellFormed() ? MAX_LENGTH : MAX_LENGTH - 1);
  const lastWord = cut.lastIndexOf('-');
  const whole = slug[cut.length] === '-' || lastWord < MAX_LENGTH / 2;
  return (whole ? cut : cut.slice(0, lastWord)).replace(/-+$/, '');
}

/** Latin letters and digits only; '' for a text that has none, or too few to stand for it. */
export function latinSlug(text: string): string {
  const letters = [...text.matchAll(/\p{L}/gu)];
  const latin = letters.filter(([letter]) => /\p{Script=Latin}/u.test(letter)).length;
  if (latin * 2 < letters.length) return '';
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/['’](?=s\b)/g, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => UNDECOMPOSED[letter] ?? '-');
  return shorten(plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''));
}

/** Letters and digits of any script, in lower case. */
function anyScriptSlug(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  // A mark that lost its letter would join the hyphen before it.
  return shorten(plain.replace(/(^|-)\p{M}+/gu, '$1').replace(/-{2,}/g, '-').replace(/^-|-$/g, ''));
}

/** The texts in the order in which they are asked for a slug: English first, then as they are written. */
const englishFirst = (text: LocalizedText): readonly string[] =>
  Object.entries(text).sort(([a], [b]) => Number(/^en\b/.test(b)) - Number(/^en\b/.test(a))).map(([, value]) => value);

const firstOf = (texts: readonly string[], make: (text: string) => string): string | undefined =>
  texts.map(make).find((slug) => slug !== '' && isSlug(slug));

/** What a meeting's address is made of when its folder names none. */
export interface SlugSource {
  readonly title: LocalizedText;
  readonly symbol: string | null;
  readonly starts: string | null;
}

/**
 * The address of a meeting: from the English title, else another one in Latin letters, else the symbol,
 * else the date, else plain `meeting`. Anything a title may contain gives a valid slug.
 */
export function meetingSlug({ title, symbol, starts }: SlugSource): string {
  return firstOf(englishFirst(title), latinSlug) ?? firstOf(symbol === null ? [] : [symbol], latinSlug)
    ?? (starts === null ? 'meeting' : `meeting-${starts.slice(0, 10)}`);
}

/**
 * The address of a person or a thing named in any script: Latin letters where a name has them, else the
 * letters it has, else (a name of signs only) `fallback` and a number made from the signs.
 */
export function nameSlug(name: LocalizedText, fallback: string): string {
  const texts = englishFirst(name);
  return firstOf(texts, latinSlug) ?? firstOf(texts, anyScriptSlug) ?? `${fallback}-${fingerprint(texts.join('\n'))}`;
}

/** The n-th try for a slug that is taken: `title`, `title-2`, `title-3`. */
export const numbered = (slug: string, n: number): string => (n === 1 ? slug : `${slug}-${n}`);

/** A slug as words, for a thing whose name nobody has given yet. */
export function humanised(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** FNV-1a, 32 bit: only to tell names apart, so speed and stability are all it needs. */
function fingerprint(text: string): string {
  const hash = [...new TextEncoder().encode(text)].reduce((h, byte) => Math.imul(h ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
  return hash.toString(36);
}
