// Where espeak-ng calls a language otherwise than the world does.
const OTHERWISE: Readonly<Record<string, string>> = { zh: 'cmn', 'zh-hk': 'yue', 'zh-mo': 'yue', 'zh-yue': 'yue', no: 'nb', iw: 'he', in: 'id', mo: 'ro', sh: 'hbs' };

/**
 * Which of the voices reads a language; null where there is none.
 * @param language BCP 47
 * @param voices names of espeak-ng's voices
 */
export function espeakVoice(language: string, voices: ReadonlySet<string>): string | null {
  const parts = language.toLowerCase().replaceAll('_', '-').split('-');
  // A script says nothing of the sound.
  const [primary = '', ...rest] = parts.filter((part, n) => n === 0 || part.length !== 4);
  for (let count = rest.length; count >= 0; count -= 1) {
    const name = [primary, ...rest.slice(0, count)].join('-');
    const known = OTHERWISE[name] ?? name;
    if (voices.has(known)) return known;
  }
  return null;
}
