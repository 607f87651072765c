import { baseOf } from './languages.ts';

// ISO 639-2/T, the only form that an MP4's media header has room for; a two-letter code is not it.
const THREE: Readonly<Record<string, string>> = {
  ar: 'ara', bg: 'bul', bn: 'ben', ca: 'cat', cs: 'ces', da: 'dan', de: 'deu', el: 'ell', en: 'eng', es: 'spa', et: 'est', eu: 'eus', fa: 'fas', fi: 'fin',
  fr: 'fra', ga: 'gle', gl: 'glg', he: 'heb', hi: 'hin', hr: 'hrv', hu: 'hun', hy: 'hye', id: 'ind', is: 'isl', it: 'ita', ja: 'jpn', ka: 'kat', kk: 'kaz',
  ko: 'kor', lt: 'lit', lv: 'lav', mk: 'mkd', ms: 'msa', mt: 'mlt', nb: 'nob', ne: 'nep', nl: 'nld', nn: 'nno', no: 'nor', pl: 'pol', ps: 'pus', pt: 'por',
  ro: 'ron', ru: 'rus', sk: 'slk', sl: 'slv', sq: 'sqi', sr: 'srp', sv: 'swe', sw: 'swa', ta: 'tam', th: 'tha', tr: 'tur', uk: 'ukr', ur: 'urd', uz: 'uzb',
  vi: 'vie', zh: 'zho',
};

/** The three letters for a BCP 47 tag; `und` where none are known. */
export function threeLetters(tag: string): string {
  const base = baseOf(tag);
  return THREE[base] ?? (/^[a-z]{3}$/.test(base) ? base : 'und');
}
