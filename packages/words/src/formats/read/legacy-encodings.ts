/** An encoding from before Unicode, and how a letter of it looks in real text. */
interface Legacy {
  readonly encoding: string;
  readonly label: string;
  /** Letters that make up most of a real text. */
  readonly common: RegExp;
  /** All letters that belong; of one script with those around them. */
  readonly letter: RegExp;
}

/** In the order of preference where the evidence is even. */
const CANDIDATES: readonly Legacy[] = [
  { encoding: 'windows-1252', label: 'Windows-1252 (Western European)', common: /[éèàçêñóíáúüöäôâîûœ’«»–“”…¿¡]/u, letter: /\p{Script=Latin}/u },
  { encoding: 'windows-1251', label: 'Windows-1251 (Cyrillic)', common: /[оеаинтсрвлкмдпуяы]/u, letter: /\p{Script=Cyrillic}/u },
  { encoding: 'windows-1256', label: 'Windows-1256 (Arabic)', common: /[اليمنورتبةعدفأسقحه،؟]/u, letter: /\p{Script=Arabic}/u },
  { encoding: 'gb18030', label: 'GB18030 (Chinese)', common: /[的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长\u3001\u3002\uFF0C\uFF1F\uFF1A]/u, letter: /\p{Script=Han}/u },
];

const SAMPLE_BYTES = 200_000;
const ENOUGH = 0.25;

/** Reads the bytes in the encoding whose letters look most like a text; null where none does. */
export function chooseLegacy(bytes: Uint8Array): { readonly label: string; readonly text: string } | null {
  const scored = CANDIDATES.flatMap((legacy) => {
    const decoder = new TextDecoder(legacy.encoding, { fatal: true });
    try {
      return [{ legacy, score: likeness(decoder.decode(bytes.subarray(0, SAMPLE_BYTES), { stream: true }), legacy) }];
    } catch {
      return [];
    }
  });
  const best = scored.reduce<(typeof scored)[number] | null>((winner, each) => (winner === null || each.score > winner.score ? each : winner), null);
  if (best === null || best.score < ENOUGH) return null;
  return { label: best.legacy.label, text: new TextDecoder(best.legacy.encoding).decode(bytes) };
}

/** From about -2 to 1, the mean over all letters outside ASCII. */
function likeness(text: string, { common, letter }: Legacy): number {
  let sum = 0;
  let count = 0;
  let before = '';
  for (const sign of text) {
    if (sign > '\u007f') {
      count += 1;
      sum += signScore(sign, common, letter) - mixtureCost(before, sign);
    } else if (before > '\u007f' && /\p{L}/u.test(before) && /[A-Za-z]/u.test(sign)) {
      sum -= mixtureCost(before, sign);
    }
    before = sign;
  }
  return count === 0 ? 0 : sum / count;
}

function signScore(sign: string, common: RegExp, letter: RegExp): number {
  if (common.test(sign.toLowerCase())) return 1;
  // The commonest 3,755 Chinese characters can't be told from the rest in a short list: any of the main block counts for something.
  if (letter.test(sign)) return sign >= '\u4e00' ? 0.5 : 0.4;
  if (/[\p{P}\p{Zs}\p{Sc}№°]/u.test(sign)) return 0.1;
  return -1;
}

/** What speaks against two signs beside each other in one word: two alphabets, or a capital after a small letter. */
function mixtureCost(before: string, sign: string): number {
  if (!/\p{L}/u.test(before) || !/\p{L}/u.test(sign)) return 0;
  const script = (each: string): string => (/\p{Script=Latin}/u.test(each) ? 'latin' : /\p{Script=Cyrillic}/u.test(each) ? 'cyrillic' : /\p{Script=Arabic}/u.test(each) ? 'arabic' : 'han');
  if (script(before) !== script(sign)) return script(sign) === 'han' || script(before) === 'han' ? 0.3 : 1;
  // Accented Latin letters stand among plain ones, hardly beside each other.
  if (script(sign) === 'latin' && before > '\u007f' && sign > '\u007f') return 0.7;
  return /\p{Ll}/u.test(before) && /\p{Lu}/u.test(sign) ? 0.7 : 0;
}
