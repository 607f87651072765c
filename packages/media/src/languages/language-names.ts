/** Languages that have a two-letter code (ISO 639-1), and spoken ones beyond it that meetings are held in. */
const CODES =
  'aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es ' +
  'et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki ' +
  'kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no ' +
  'nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te ' +
  'tg th ti tk tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ase ast bal ber bfi ckb fil fsl gsw haw ' +
  'kab kok kri lus luo mai mni pap pcm rom sat shi tet tok tpi yue zgh';

/** Languages in which a name may be given, beside English and the language itself. */
const NAMED_IN = ['en', 'ar', 'zh', 'fr', 'ru', 'es'];

/** Names that operators use and CLDR doesn't have. */
const ALSO: Readonly<Record<string, string>> = {
  mandarin: 'zh',
  'mandarin chinese': 'zh',
  putonghua: 'zh',
  guoyu: 'zh',
  普通话: 'zh',
  普通話: 'zh',
  国语: 'zh',
  國語: 'zh',
  汉语: 'zh',
  漢語: 'zh',
  华语: 'zh',
  华文: 'zh',
  'simplified chinese': 'zh-Hans',
  'traditional chinese': 'zh-Hant',
  castilian: 'es',
  castellano: 'es',
  castillan: 'es',
  'modern standard arabic': 'ar',
  عربي: 'ar',
  عربية: 'ar',
  farsi: 'fa',
  dari: 'fa-AF',
  flemish: 'nl-BE',
  vlaams: 'nl-BE',
  moldovan: 'ro-MD',
  tagalog: 'fil',
  pilipino: 'fil',
  'scottish gaelic': 'gd',
  'haitian creole': 'ht',
  kreyol: 'ht',
  burmese: 'my',
  'serbo-croatian': 'sh',
  'brazilian portuguese': 'pt-BR',
  'portugues do brasil': 'pt-BR',
  'british english': 'en-GB',
  'american english': 'en-US',
  multilingual: 'mul',
  'multiple languages': 'mul',
};

let byName: ReadonlyMap<string, string> | undefined;

/** The tag of a language called by its name, whatever the case and accents; undefined for anything else. */
export function languageByName(name: string): string | undefined {
  byName ??= allNames();
  const found = byName.get(folded(name));
  return found === undefined ? undefined : Intl.getCanonicalLocales(found)[0];
}

function allNames(): Map<string, string> {
  const names = new Map<string, string>();
  const codes = CODES.split(' ');
  const add = (name: string | undefined, code: string): void => {
    const key = name === undefined ? '' : folded(name);
    // Two- and three-letter names would shadow codes; the first code listed keeps a name that two share.
    if (key.length > 0 && !/^[a-z]{1,3}$/.test(key) && !names.has(key)) names.set(key, code);
  };
  for (const [name, code] of Object.entries(ALSO)) add(name, code);
  for (const locale of NAMED_IN) {
    const display = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
    for (const code of codes) add(display.of(code), code);
  }
  for (const code of codes) add(new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code), code);
  return names;
}

/** Case, accents and the Arabic article's spelling don't matter when somebody types a name. */
function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();
}
