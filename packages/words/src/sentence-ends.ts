const CLOSERS = String.raw`["'”’»›)\]）」』】]*`;
/** After these a sentence ends whatever follows, as a script without spaces has nothing else to tell by. */
const WIDE_END = new RegExp(`[。！？；]+${CLOSERS}`, 'gu');
/** The number of a footnote, set high in print, sticks to the sentence in its text. */
const NOTE_MARK = String.raw`(?<=[\p{L})”»"’][.!?…]["'”’»)]*)\d{1,2}`;
const OPENERS = String.raw`["'“‘«‹(\[¿¡—–-]*`;
const END = new RegExp(String.raw`[\p{Sentence_Terminal}…]+${CLOSERS}(?: »)?(?:${NOTE_MARK})?(?=\s+${OPENERS}\s*[\p{Lu}\p{Lo}\d])|؟${CLOSERS}|(?:[!?…]|\.{2,})${CLOSERS}(?=[\p{Lu}\p{Lo}])`, 'gu');
/** The number of a footnote at the end of a sentence. */
export const LAST_NOTE_MARK = new RegExp(`${NOTE_MARK}$`, 'u');
/** Titles, initials and the like: the full stop behind them ends no sentence. */
const ABBREVIATED = new RegExp(String.raw`(?:^|[\s(«“"'’[])(?:${[
  String.raw`\p{Lu}|(?:\p{Lu}{1,2}\.)+\p{Lu}{1,2}|e\.g|i\.e|cf|p|pp|vol|ch|fig|ed|eds|vs|para|paras|[Aa]rts?|[Nn]º|[Nn]°|No|Nos`,
  'Mr|Mrs|Ms|Messrs|Dr|Prof|St|Gen|Col|Lt|Sgt|Rev|Hon|Amb|Mgr',
  'M|MM|Mme|Mmes|Mlle|Me|Ste|p\\.ex',
  'Sr|Sra|Srta|Sres|Dr|Dra|Dña|Excmo|Excma|Lic|Ing|[Nn]úm|págs?|Uds?',
  'г|гг|им|ст|п|пп|г-н|г-жа|т|т\\.е|т\\.к|см|ср|ул|рис|долл|млн|млрд|тыс|руб|англ|стр|гл|проф|акад|др\\. и',
].join('|')})\.$`, 'u');
/** A number at the beginning is that of a list or a paragraph. */
const NUMBERED = /^\s*\d{1,3}\.$/u;

/** Where the sentences of a paragraph end, in any language: UTF-16 offsets after each, the last that of the end. */
export function sentenceEnds(text: string): readonly number[] {
  const ends = new Set<number>([text.length]);
  for (const { 0: all, index } of text.matchAll(WIDE_END)) ends.add(index + all.length);
  for (const { 0: all, index } of text.matchAll(END)) {
    const open = all === '.' && (ABBREVIATED.test(text.slice(Math.max(0, index - 12), index + 1)) || NUMBERED.test(text.slice(0, index + 1)));
    if (!open) ends.add(index + all.length);
  }
  return [...ends].toSorted((a, b) => a - b);
}
