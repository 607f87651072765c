import { UNSPACED } from '../unspaced.ts';

const WIDE_SIGN = /[\u3000-\u303F\uFF00-\uFFEF]/u;
const joined = (sign: string): boolean => UNSPACED.test(sign) || WIDE_SIGN.test(sign);

/** Segments as one text: on one line, with a space between two unless their script has none. */
export const joinTexts = (texts: readonly string[]): string =>
  texts.flatMap((text) => text.split('\n')).map((text) => text.trim().replace(/\s+/gu, ' ')).filter((text) => text !== '')
    .reduce((whole, text) => (whole === '' || (joined(Array.from(whole.slice(-2)).at(-1) ?? '') && joined(Array.from(text)[0] ?? '')) ? whole + text : `${whole} ${text}`), '');
