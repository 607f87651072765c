/** How a number is written out in a language: the words for each value, forms and genders beside each other. */
const WRITTEN: Readonly<Record<number, string>> = {
  2: 'two deux dos два две двух двумя اثنان اثنين اثنتان اثنتين',
  3: 'three trois tres три трех трём ثلاثة ثلاث',
  4: 'four quatre cuatro четыре четырех четырем أربعة أربع',
  5: 'five cinq cinco пять пяти خمسة خمس',
  6: 'six seis шесть шести ستة ست',
  7: 'seven sept siete семь семи سبعة سبع',
  8: 'eight huit ocho восемь восьми ثمانية ثماني ثمان',
  9: 'nine neuf nueve девять девяти تسعة تسع',
  10: 'ten dix diez десять десяти عشرة عشر',
  11: 'eleven onze once одиннадцать одиннадцати',
  12: 'twelve douze doce двенадцать двенадцати',
  13: 'thirteen treize trece тринадцать тринадцати',
  14: 'fourteen quatorze catorce четырнадцать четырнадцати',
  15: 'fifteen quinze quince пятнадцать пятнадцати',
  16: 'sixteen seize dieciseis шестнадцать шестнадцати',
  17: 'seventeen diecisiete семнадцать семнадцати',
  18: 'eighteen dieciocho восемнадцать восемнадцати',
  19: 'nineteen diecinueve девятнадцать девятнадцати',
  20: 'twenty vingt vingts veinte двадцать двадцати عشرون عشرين',
  30: 'thirty trente treinta тридцать тридцати ثلاثون ثلاثين',
  40: 'forty quarante cuarenta сорок сорока أربعون أربعين',
  50: 'fifty cinquante cincuenta пятьдесят пятидесяти خمسون خمسين',
  60: 'sixty soixante sesenta шестьдесят шестидесяти ستون ستين',
  70: 'seventy septante setenta семьдесят семидесяти سبعون سبعين',
  80: 'eighty octante ochenta восемьдесят восьмидесяти ثمانون ثمانين',
  90: 'ninety nonante noventa девяносто تسعون تسعين',
  100: 'hundred cent cents cien ciento сто ста مائة مئة',
  200: 'doscientos doscientas двести مائتان مائتين مئتان مئتين',
  300: 'trescientos trescientas триста', 400: 'cuatrocientos cuatrocientas четыреста', 500: 'quinientos quinientas пятьсот',
  600: 'seiscientos seiscientas шестьсот', 700: 'setecientos setecientas семьсот', 800: 'ochocientos ochocientas восемьсот', 900: 'novecientos novecientas девятьсот',
  1000: 'thousand mille mil тысяча тысячи тысяч ألف آلاف',
  1_000_000: 'million millions millon millones миллион миллиона миллионов مليون ملايين',
};

const VALUES: ReadonlyMap<string, number> = new Map(Object.entries(WRITTEN).flatMap(([value, words]) => words.split(' ').map((word) => [plainWord(word), Number(value)] as const)));
const ONES: ReadonlySet<string> = new Set(['one', 'un', 'une', 'uno', 'una', 'один', 'одна', 'واحد', 'واحدة'].map(plainWord));
const HAN: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const HAN_TIMES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** Small letters without accents; Arabic without vowel signs and with one form of alef. */
export function plainWord(word: string): string {
  return word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC').replaceAll(/[أإآ]/g, 'ا').replaceAll('ё', 'е');
}

/** The value of a number word of six languages; null for other words. "One" counts only within a number: it is an article too. */
export function valueOf(plain: string): number | null {
  const whole = VALUES.get(plain);
  if (whole !== undefined) return whole;
  // The Arabic "and" is written with the word that follows.
  return plain.startsWith('و') ? (VALUES.get(plain.slice(1)) ?? null) : null;
}

/** Whether a word may stand between the parts of a number without being one. */
export const joinsNumbers = (plain: string): boolean => ['and', 'et', 'y'].includes(plain) || ONES.has(plain);

/** A number in words, put together part by part. */
export class WrittenNumber {
  #whole = 0;
  #part = 0;
  #last = Infinity;

  /** Whether the next part still belongs to the number; then it is added. */
  take(value: number): boolean {
    if ((value === 100 || value >= 1000) && this.#part > 0 && this.#part < value) {
      if (value === 100) this.#part *= 100;
      else {
        this.#whole += this.#part * value;
        this.#part = 0;
      }
    } else if (value === 20 && this.#part === 4) this.#part = 80; // quatre-vingts
    else if (value < this.#last || (value >= 20 && value < 100 && this.#last < 10)) this.#part += value; // in Arabic ones come before tens
    else return false;
    this.#last = value >= 1000 ? Infinity : value;
    return true;
  }

  get value(): number {
    return this.#whole + this.#part;
  }
}

/** The value of digits (also with marks between thousands) or of Chinese number signs; null where it says little. */
export function valueOfSigns(signs: string): number | null {
  const digits = signs.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replaceAll(/[\s.,٬\u00A0\u202F](?=\d{3}(?!\d))/g, '');
  if (/^\d+$/.test(digits)) return Number(digits) > 1 ? Number(digits) : null;
  if (!signs.split('').every((sign) => sign in HAN || sign in HAN_TIMES) || !/[二三四五六七八九两十百]/.test(signs)) return null;
  let [whole, part, digit] = [0, 0, 0];
  for (const sign of signs) {
    const times = HAN_TIMES[sign];
    if (times === undefined) digit = /^[〇零一二三四五六七八九]{3,}$/.test(signs) ? digit * 10 + (HAN[sign] ?? 0) : (HAN[sign] ?? 0);
    else if (times >= 10_000) {
      whole += (part + digit) * times;
      [part, digit] = [0, 0];
    } else {
      part += (digit || 1) * times;
      digit = 0;
    }
  }
  return whole + part + digit;
}
