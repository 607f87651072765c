import { primaryLanguage } from '@openfloor/media';

/** The words that every text of a language is full of. Enough to tell those apart that share a script. */
const FREQUENT: Readonly<Record<string, string>> = {
  en: 'the of and to in that is for it with we on as this are be our have by which not from their has will was they at all an also',
  fr: 'le la les des et est que dans pour une du nous qui sur au ce pas avec sont aux de en un il plus ont cette par ces notre nos leur se',
  es: 'el la los las que en una por del con para es como nos este pero esta son más hay también de y un al se no lo su sus ha han entre',
  pt: 'o a os as que em uma para com não do da dos das é como mais pelo são também nós ao foi de e um no na se por nos sua seu pela',
  it: 'il che di della per una con non sono gli alla nel è anche dei delle questo più come ci la le un in del si al da nella ha hanno i',
  de: 'der die und das ist nicht mit den für ein wir auf es dem zu sich auch eine werden dass in von im des sind haben wird als an hat',
  nl: 'de het een van en dat niet is met voor zijn we ook aan wij worden er maar deze heeft in op te om die hebben naar bij als door',
  ru: 'и в не на что мы с это по как для из о к от также их его которые был мы а но или это все наш нас так за бы со',
  uk: 'і в не на що ми з це як для та до є про також від їх його які був у а але або цей всі наш нас так за щоб зі',
};
/** Of each language those that no other has: `la` and `que` say little. */
const LISTS = Object.entries(FREQUENT).map(([language, words]) => {
  const others = new Set(Object.entries(FREQUENT).flatMap(([other, list]) => (other === language ? [] : list.split(' '))));
  return [language, new Set(words.split(' ').filter((word) => !others.has(word)))] as const;
});

const SCRIPTS = ['Latin', 'Cyrillic', 'Arabic', 'Han', 'Hangul', 'Greek', 'Hebrew', 'Devanagari', 'Thai', 'Bengali', 'Tamil', 'Georgian', 'Armenian', 'Ethiopic'] as const;
const SCRIPT_CODES: Readonly<Record<string, readonly (typeof SCRIPTS)[number][]>> = {
  Latn: ['Latin'], Cyrl: ['Cyrillic'], Arab: ['Arabic'], Hans: ['Han'], Hant: ['Han'], Jpan: ['Han'], Kore: ['Hangul', 'Han'], Grek: ['Greek'], Hebr: ['Hebrew'],
  Deva: ['Devanagari'], Thai: ['Thai'], Beng: ['Bengali'], Taml: ['Tamil'], Geor: ['Georgian'], Armn: ['Armenian'], Ethi: ['Ethiopic'],
};
/** What a script is in most meetings, where its letters say no more. */
const LIKELIEST: Readonly<Record<string, string>> = { Cyrillic: 'ru', Arabic: 'ar', Han: 'zh', Hangul: 'ko', Greek: 'el', Hebrew: 'he', Devanagari: 'hi', Thai: 'th', Bengali: 'bn', Tamil: 'ta', Georgian: 'ka', Armenian: 'hy', Ethiopic: 'am' };

const LEAST_LETTERS = 150;
const LEAST_WORDS = 40;
// A name or a formula that returns is no language.
const LEAST_KINDS = 5;
const CLEAR_SHARE = 0.08;
const CLEARLY_MORE = 2;

/**
 * The language that a text reads as when it clearly isn't the one it should be in; null when it is, when nothing can be said
 * of that pair of languages, or when there is too little text. It never takes one language for another that shares most
 * frequent words.
 */
export function readsAsAnother(text: string, language: string): string | null {
  const script = mainScript(text);
  if (script === null) return null;
  const own = primaryLanguage(language);
  const expected = SCRIPT_CODES[new Intl.Locale(language).maximize().script ?? ''];
  // Serbian, Uzbek and others are written in two scripts.
  const otherScript = expected !== undefined && !expected.includes(script) && !['sr', 'uz', 'az', 'bs', 'mn', 'kk'].includes(own);
  const shares = frequentShares(text);
  const [best] = shares.toSorted((a, b) => b.share - a.share);
  if (otherScript) return best && best.share >= CLEAR_SHARE ? best.language : LIKELIEST[script] ?? 'und';
  if (!best || best.language === own || best.share < CLEAR_SHARE) return null;
  const ownShare = shares.find((one) => one.language === own)?.share ?? 0;
  return best.share >= CLEARLY_MORE * ownShare ? best.language : null;
}

/** The script of two thirds of the letters; null where there are few letters or several scripts. */
function mainScript(text: string): (typeof SCRIPTS)[number] | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  // A Chinese character says as much as three letters.
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (letters + 2 * han < LEAST_LETTERS) return null;
  return SCRIPTS.find((script) => (text.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0) > letters * (2 / 3)) ?? null;
}

function frequentShares(text: string): { readonly language: string; readonly share: number }[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < LEAST_WORDS) return [];
  return LISTS.flatMap(([language, list]) => {
    const found = words.filter((word) => list.has(word));
    return new Set(found).size < LEAST_KINDS ? [] : [{ language, share: found.length / words.length }];
  });
}
