import { UNSPACED } from '../../unspaced.ts';
import { bindingOf, TITLES, TRAILING_PARTICLES } from './phrases.ts';

/** How well a line may end after an atom; `never` only where there is no other way. */
export type Break = 'sentence' | 'clause' | 'phrase' | 'word' | 'bad' | 'never';

/** A part of a text that isn't broken: a word with its punctuation. */
export interface Atom {
  readonly text: string;
  /** Offsets in the text that was parted. */
  readonly from: number;
  readonly to: number;
  /** What stands before the next atom on the same line: a space or nothing. */
  readonly space: '' | ' ';
  readonly after: Break;
  readonly width: number;
}

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Width in Latin letters: a Chinese one is two wide, marks and invisible signs are none. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += /[\p{M}\p{Cf}]/u.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1;
  return width;
}

type Raw = Pick<Atom, 'text' | 'from' | 'to' | 'space'>;

/** Parts a text on one line into atoms, and says how well a line may end after each. No atom is wider than `widest`. */
export function atomsOf(text: string, language: string | null, widest: number): Atom[] {
  const raw = [...text.matchAll(/\S+/gu)].flatMap((match): Raw[] => spacedToken(match[0], match.index));
  const cut = raw.flatMap((atom) => cutWide(atom, widest));
  const shouted = isShouted(text);
  return cut.map((atom, at) => ({ ...atom, width: textWidth(atom.text), after: breakAfter(atom, cut[at + 1], language, shouted) }));
}

function spacedToken(token: string, from: number): Raw[] {
  if (!UNSPACED.test(token)) return [{ text: token, from, to: from + token.length, space: ' ' }];
  const parts = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(token)].map(({ segment, index }) => ({ text: segment, from: from + index }));
  const joined: { text: string; from: number }[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && belongTogether(last.text, part.text)) last.text += part.text;
    else joined.push({ ...part });
  }
  return joined.map((part, at) => ({ ...part, to: part.from + part.text.length, space: at === joined.length - 1 ? ' ' : '' }));
}

/** Punctuation stays with its word, a number with what it counts, Latin letters and digits with each other. */
function belongTogether(before: string, after: string): boolean {
  if (/[\p{Ps}\p{Pi}]$/u.test(before) || /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}%％‰]/u.test(after)) return !/[\p{Ps}\p{Pi}]$/u.test(after) || !/^[\p{Ps}\p{Pi}]/u.test(after);
  if (/[\p{Script=Latin}\p{Nd}./'’&+_@#:-]$/u.test(before) && /^[\p{Script=Latin}\p{Nd}]/u.test(after)) return !/[，。；：！？、]$/u.test(before);
  return (/\p{Nd}$/u.test(before) && UNSPACED.test(after)) || (TRAILING_PARTICLES.has(after) && UNSPACED.test(before) && !/\p{P}$/u.test(before));
}

function cutWide(atom: Raw, widest: number): Raw[] {
  if (atom.text.length * 2 <= widest || textWidth(atom.text) <= widest) return [atom];
  const parts: { text: string; from: number }[] = [];
  let width = 0;
  for (const { segment, index } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(atom.text)) {
    const last = parts.at(-1);
    width += textWidth(segment);
    if (last !== undefined && width <= widest) {
      last.text += segment;
    } else {
      parts.push({ text: segment, from: atom.from + index });
      width = textWidth(segment);
    }
  }
  return parts.map((part, at) => ({ ...part, to: part.from + part.text.length, space: at === parts.length - 1 ? atom.space : '' }));
}

const bare = (text: string): string => text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
const isShouted = (text: string): boolean => (text.match(/\p{Lu}/gu)?.length ?? 0) > (text.match(/\p{Ll}/gu)?.length ?? 0);
const isAbbreviation = (text: string): boolean => TITLES.has(bare(text)) || /^\p{Lu}\p{Ll}?\.$|^(?:\p{Lu}\.)+$/u.test(text);
const isName = (text: string): boolean => /^[\p{Ps}\p{Pi}"]?\p{Lu}/u.test(text);
const isLatin = (text: string): boolean => /^[\p{P}\p{S}]*[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}\p{P}\p{S}]*$/u.test(text);

function breakAfter({ text, space }: Raw, next: Raw | undefined, language: string | null, shouted: boolean): Break {
  if (next === undefined) return 'sentence';
  if (space === '' && !UNSPACED.test(text) && !UNSPACED.test(next.text)) return 'never';
  const abbreviation = isAbbreviation(text);
  if (/[.!?…؟。！？]["»”’)\]」』]*$/u.test(text) && !abbreviation) return 'sentence';
  if (/[,;:،؛，；：、]["»”’)\]」』]*$/u.test(text) || /^[—–]/u.test(next.text)) return 'clause';
  if (holdsNext(text, next.text, abbreviation, language, shouted)) return 'never';
  const { binds, starts } = bindingOf(language);
  if (binds.has(bare(text)) || /\p{Nd}$/u.test(text)) return 'bad';
  return starts.has(bare(next.text)) ? 'phrase' : 'word';
}

/** Names of several words, titles with names, groups of digits, signs that only belong to their neighbour. */
function holdsNext(text: string, next: string, abbreviation: boolean, language: string | null, shouted: boolean): boolean {
  if (abbreviation || /^[\p{Ps}\p{Pi}«“"]+$/u.test(text) || /^[\p{Pe}\p{Pf}\p{Po}%‰€$]+$/u.test(next)) return true;
  if (/\p{Nd}$/u.test(text) && /^\p{Nd}/u.test(next)) return true;
  if (/^(?:ar|fa|ur|he|zh|cmn|ja|ko|th|ru)\b/u.test(language ?? '') && isLatin(text) && isLatin(next)) return true;
  return !shouted && isName(text) && isName(next) && !bindingOf(language).binds.has(bare(text));
}
