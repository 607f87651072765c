const RTL_LANGUAGES = new Set(['ar', 'arb', 'arz', 'fa', 'prs', 'ur', 'he', 'iw', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb']);
const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const STRONG = /[\p{L}\u200e\u200f]/u;

const LRM = '\u200e';
const RLM = '\u200f';
const LRI = '\u2066';
const RLI = '\u2067';
const PDI = '\u2069';

/** The direction of a text by its language; where that isn't known, by its first letter. */
export function directionOf(language: string | null, text: string): 'ltr' | 'rtl' {
  const [main = '', ...subtags] = (language ?? '').toLowerCase().split('-');
  if (subtags.includes('arab') || subtags.includes('hebr')) return 'rtl';
  if (subtags.includes('latn') || subtags.includes('cyrl')) return 'ltr';
  if (main !== '' && main !== 'und' && main !== 'mul') return RTL_LANGUAGES.has(main) ? 'rtl' : 'ltr';
  const first = STRONG.exec(text)?.[0] ?? '';
  return RTL_LETTER.test(first) || first === RLM ? 'rtl' : 'ltr';
}

// Runs of Latin in a right-to-left line, or the other way round, with the signs that touch them: `C++`, `.org`, `(UNHCR)`.
const TOUCHING = String.raw`[^\s\p{L}\p{N}،؛؟,;:!?«»"“”\u2066-\u2069\u200e\u200f]`;
const LATIN_RUN = new RegExp(String.raw`${TOUCHING}*[\p{Script=Latin}][\p{Script=Latin}\p{N}\p{M}]*(?:[^\p{L}\u2066-\u2069\u200e\u200f\n،؛؟]{1,3}[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}\p{M}]*)*${TOUCHING}*`, 'gu');
const RTL_RUN = new RegExp(String.raw`${TOUCHING}*[\p{Script=Arabic}\p{Script=Hebrew}][\p{Script=Arabic}\p{Script=Hebrew}\p{N}\p{M}]*(?:[^\p{L}\u2066-\u2069\u200e\u200f\n]{1,3}[\p{Script=Arabic}\p{Script=Hebrew}\p{N}][\p{Script=Arabic}\p{Script=Hebrew}\p{N}\p{M}]*)*${TOUCHING}*`, 'gu');

/**
 * A line as players must be given it: letters stay in the order in which they are read; a run of the other direction whose edge isn't a letter or
 * a digit is isolated (else the edge jumps to its other side), and a line that begins with the other direction gets a mark, for players take the
 * direction of a line from its first letter.
 */
export function directLine(line: string, direction: 'ltr' | 'rtl'): string {
  const run = direction === 'rtl' ? LATIN_RUN : RTL_RUN;
  const isolated = line.replace(run, (text) => isolate(text, direction === 'rtl' ? LRI : RLI));
  const first = STRONG.exec(line)?.[0];
  const against = first !== undefined && (direction === 'rtl') !== (RTL_LETTER.test(first) || first === RLM);
  return against ? `${direction === 'rtl' ? RLM : LRM}${isolated}` : isolated;
}

function isolate(run: string, opening: string): string {
  // A full stop after a name ends the sentence of the line, not the name.
  const [, inner = run, stop = ''] = /^(.*?)([.…]*)$/su.exec(run) ?? [];
  const edges = /^[^\p{L}\p{N}]|[^\p{L}\p{N}\p{M}]$/u.test(inner);
  // Brackets that open and close are turned as a pair anyway.
  const paired = /^\([^()]*\)$/u.test(inner) && !/^\([^\p{L}\p{N}]|[^\p{L}\p{N}\p{M}]\)$/u.test(inner);
  return edges && !paired ? `${opening}${inner}${PDI}${stop}` : run;
}
