const PRIMARY = /^[a-z]{2,3}$/;
// BCP 47 (RFC 5646, section 4.4.1) asks for room for 35; nothing real is longer.
const MAX_LENGTH = 35;

let names: Intl.DisplayNames | undefined;
const known = (language: string): boolean => {
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return names.of(language) !== undefined;
};

/**
 * The canonical BCP 47 form of a tag (`fre` gives `fr`, `ZH-hans` gives `zh-Hans`, `cmn` gives `zh`);
 * undefined when it is none. Two-letter languages must be registered ones; three-letter ones are taken
 * as they come, because no runtime knows all of the 8,000.
 */
export function canonicalLanguage(tag: string): string | undefined {
  if (tag.length > MAX_LENGTH) return undefined;
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    const primary = canonical?.split('-', 1)[0] ?? '';
    if (canonical === undefined || !PRIMARY.test(primary)) return undefined;
    return primary.length === 3 || known(primary) ? canonical : undefined;
  } catch {
    return undefined;
  }
}
