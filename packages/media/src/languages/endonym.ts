import { canonicalTag } from './bcp47.ts';

const cache = new Map<string, string>();

/**
 * A language by its own name, as a menu shows it: `fr` -> Français, `zh` -> 中文, `ar` -> العربية, `zh-Hant` -> 繁體中文.
 * `mul`, `und`, `zxx` and languages that CLDR has no own name for come in English; private codes come as they are.
 */
export function endonym(tag: string): string {
  const known = cache.get(tag);
  if (known !== undefined) return known;
  const name = nameOf(canonicalTag(tag) ?? tag);
  cache.set(tag, name);
  return name;
}

function nameOf(tag: string): string {
  try {
    // A script alone has a name of its own in the languages that have one (繁體中文); a region reads better apart.
    const { script, region } = new Intl.Locale(tag);
    const languageDisplay = script !== undefined && region === undefined ? 'dialect' : 'standard';
    const name = new Intl.DisplayNames([tag, 'en'], { type: 'language', languageDisplay, fallback: 'none' }).of(tag);
    return name === undefined ? tag : capitalised(name, tag);
  } catch {
    return tag;
  }
}

/**
 * Many languages write their name small inside a sentence; alone in a list it gets a capital. Left as they are: scripts
 * without capitals, Georgian (whose "capitals" are for whole words only) and names with a capital inside (isiZulu).
 */
function capitalised(name: string, tag: string): string {
  const [first = ''] = name;
  const rest = name.slice(first.length);
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(first)) return name;
  const word = rest.split(/[\s(-]/)[0] ?? '';
  return /\p{Lu}/u.test(word) ? name : first.toLocaleUpperCase(tag) + rest;
}
