import { languageByName } from './language-names.ts';

/** Codes that say "no language known": `und` itself, and what recorders and muxers write instead of nothing. */
const NOTHING_KNOWN = new Set(['und', 'unk', 'unknown', 'undefined', 'undetermined', 'none', 'null', 'n/a', 'xx', '']);

/**
 * The BCP 47 tag for what a container, a file name or an operator says: ISO 639-1, 639-2/B and /T, 639-3 codes that
 * CLDR knows, whole tags with `-` or `_`, old and overlong forms, and names in English, in the language itself or in
 * one of the interface languages ("French", "français", "العربية", "Mandarin").
 * @returns the canonical tag (`chi`, `zho`, `cmn` -> `zh`; `fre` -> `fr`; `zh_cn` -> `zh-CN`); `mul`, `zxx` and
 *   `qaa`..`qtz` stay; undefined for `und` and for what names no language
 */
export function toBcp47(said: string): string | undefined {
  const text = said.normalize('NFKC').trim();
  if (NOTHING_KNOWN.has(text.toLowerCase())) return undefined;
  return languageByName(text) ?? knownTag(text);
}

/** The canonical form of a well-formed BCP 47 tag, known to CLDR or not; undefined for anything else, and for `x-` alone. */
export function canonicalTag(tag: string): string | undefined {
  const plain = withoutExtlang(tag.trim().replaceAll('_', '-'));
  try {
    return Intl.getCanonicalLocales(plain)[0];
  } catch {
    return undefined;
  }
}

/** Whether two tags are the same spoken language, whatever the script or region: `zh-Hant` and `cmn`, `no` and `nb`. */
export function sameLanguage(a: string, b: string): boolean {
  return spoken(a) === spoken(b);
}

/** The first subtag in canonical form, in lower case: `zh-Hans-CN` -> `zh`. */
export function primaryLanguage(tag: string): string {
  return (canonicalTag(tag) ?? tag.toLowerCase()).split('-')[0] ?? '';
}

// A recording labelled "Norwegian" and one labelled "Bokmål" are in the same language to whoever listens.
const SPOKEN_AS: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

function spoken(tag: string): string {
  const primary = primaryLanguage(tag);
  return SPOKEN_AS[primary] ?? primary;
}

function knownTag(text: string): string | undefined {
  const tag = canonicalTag(text);
  if (tag === undefined) return undefined;
  const primary = primaryLanguage(tag);
  return isSpecial(primary) || isKnown(primary) ? tag : undefined;
}

function isSpecial(code: string): boolean {
  return code === 'mul' || code === 'zxx' || /^q[a-t][a-z]$/.test(code);
}

let known: Intl.DisplayNames | undefined;

function isKnown(code: string): boolean {
  known ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return code !== 'und' && known.of(code) !== undefined;
}

/** RFC 5646, section 4.5: an extended language (`zh-yue`, `zh-cmn-Hans`, `sgn-ase`) is canonical without its prefix. */
function withoutExtlang(tag: string): string {
  return /^[a-z]{2,3}-[a-z]{3}(-|$)/i.test(tag) ? tag.slice(tag.indexOf('-') + 1) : tag;
}
