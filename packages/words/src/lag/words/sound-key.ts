/**
 * How a word sounds across scripts, by its consonants alone, in classes that survive transliteration: "sector", "secteur",
 * "сектор" are all SKTR, "Lucien", "Люсьен", "لوسيان" all LSN.
 */
export function consonantsOf(plain: string): string {
  let found = '';
  for (const sign of spelled(plain)) {
    const heard = HEARD.get(sign) ?? '';
    for (const consonant of heard) if (!found.endsWith(consonant)) found += consonant;
  }
  return found;
}

const CLASSES: Readonly<Record<string, string>> = {
  P: 'bpбпب', F: 'fvвфف', T: 'tdтдتطدضثذظ', K: 'kqcgгкхقكغخ', S: 'szjжзсшщчцسصزشج', L: 'lлل', R: 'rрر', M: 'mмم', N: 'nñнن', KS: 'x',
};
const HEARD: ReadonlyMap<string, string> = new Map(Object.entries(CLASSES).flatMap(([heard, signs]) => signs.split('').map((sign) => [sign, heard] as const)));
const ARABIC_PREFIX = /^(?:وال|بال|فال|كال|لل|ال)(?=\p{L}{3})/u;

/** Latin spelling as it sounds, roughly, in English, French and Spanish at once; Arabic without the article. */
function spelled(plain: string): string {
  return plain.replace(ARABIC_PREFIX, '')
    .replaceAll('ph', 'f').replaceAll(/s?ch|sh/g, 's').replaceAll(/th/g, 't').replaceAll('kh', 'k').replaceAll(/ti(?=[ao])/g, 's').replaceAll(/c(?=[eiy])/g, 's').replaceAll('ç', 's').replaceAll('qu', 'k');
}
