/** A note in brackets on the language somebody spoke, in each language of records; what it captures names the language. */
const NOTES: readonly RegExp[] = [
  /^(?:spoke|speaking) in ([\p{L} -]+?)(?:;.*)?$/iu,
  /^(?:interpretation|translation|original) (?:from|in) ([\p{L} -]+)$/iu,
  /^(?:l'orateur |l’oratrice )?parle (?:en |l['’])([\p{L} -]+)$/iu,
  /^interprétation (?:de l['’]|du |d['’])([\p{L} -]+)$/iu,
  /^habla en ([\p{L} -]+)$/iu,
  /^interpretación del? ([\p{L} -]+)$/iu,
  /^говорит (?:по-|на )([\p{L} -]+)$/iu,
  /^(?:устный )?перевод с ([\p{L} -]+)$/iu,
  /^以(\p{Script=Han}{1,6}?)(?:语|文)?(?:发言|口译)$/u,
  /^(?:تكلم|تكلمت|تحدث|تحدثت|متكلما|متكلمة)\s+ب([\p{L} ]+)$/u,
  /^ترجمة شفوية عن ([\p{L} ]+)$/u,
];

/** Beginnings of the names of languages, as records in the six languages write them, without accents and article. */
const NAMES: readonly (readonly [string, readonly string[]])[] = [
  ['ar', ['arab', 'араб', '阿拉伯', 'العرب']],
  ['zh', ['chin', 'китай', 'мандарин', 'mandarin', '中', '汉', 'الصين']],
  ['en', ['engl', 'angl', 'ingl', 'англий', '英', 'الانكليز', 'الانجليز']],
  ['fr', ['fren', 'franc', 'француз', '法', 'الفرنس']],
  ['ru', ['russ', 'rus', 'русск', '俄', 'الروس']],
  ['es', ['span', 'espan', 'espag', 'испан', '西班牙', 'الاسبان']],
  ['pt', ['port', 'португал', '葡萄牙', 'البرتغال']],
  ['de', ['germ', 'allem', 'alem', 'немец', '德', 'الالمان']],
  ['it', ['ital', 'италь', '意大利', 'الايطال']],
  ['ja', ['japan', 'japon', 'япон', '日', 'الياباني']],
  ['ko', ['kore', 'core', 'корей', '韩', '朝鲜', 'الكور']],
  ['fa', ['pers', 'fars', 'персид', 'фарси', '波斯', 'الفارس']],
  ['tr', ['turk', 'turc', 'турец', '土耳其', 'الترك']],
  ['uk', ['ukrain', 'украин', 'ucran', '乌克兰', 'الاوكران']],
];

/** What a note in brackets says on the language: its tag (BCP 47), `und` where the language isn't known here, null where the note isn't about that. */
export function spokenLanguage(note: string): string | null {
  const tidy = note.trim().replace(/\s+/gu, ' ');
  for (const pattern of NOTES) {
    const [, name] = pattern.exec(tidy) ?? [];
    if (name !== undefined) return NAMES.find(([, beginnings]) => beginnings.some((beginning) => plain(name).startsWith(beginning)))?.[0] ?? 'und';
  }
  return null;
}

const plain = (name: string): string => name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, (mark) => (mark === '\u0306' ? mark : '')).normalize('NFC')
  .replace(/[أإآ]/gu, 'ا').trim();
