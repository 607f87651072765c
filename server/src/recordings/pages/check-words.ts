import type { ChannelCheck, ChannelFinding, CheckResult, FindingNote, FindingUnit } from '@openfloor/media';
import { number, say, type Messages, type Page, type SignName } from '#web/index.ts';

/** The language that a finding is told in. */
export type Telling = Pick<Page, 'words' | 'language'>;

const CHECKS: Readonly<Record<ChannelCheck, keyof Messages['checks']>> = {
  silent: 'silent', clipped: 'clipped', duplicate: 'duplicate', 'floor-in-booth': 'floorInBooth', swapped: 'swapped', offset: 'offset', drift: 'drift',
};
const RESULTS: Readonly<Record<CheckResult, readonly [keyof Messages['results'], SignName]>> = {
  ok: ['ok', 'ok'], warning: ['warning', 'warning'], fault: ['fault', 'fault'], 'not-checkable': ['notCheckable', 'unknown'],
};
const NOTES: Readonly<Record<FindingNote, keyof Messages['notes']>> = {
  'no-sound': 'noSound', 'steady-sound': 'steadySound', 'mostly-silent': 'mostlySilent', 'not-measured': 'notMeasured',
  'true-peak': 'truePeak', limited: 'limited', 'no-floor': 'noFloor', 'floor-silent': 'floorSilent', 'no-turns': 'noTurns',
  'no-language': 'noLanguage', 'too-little-to-compare': 'tooLittle', 'nearly-throughout': 'nearlyThroughout', partly: 'partly',
  'same-language': 'sameLanguage', 'one-direction': 'oneDirection', 'own-language-not-heard': 'ownLanguageNotHeard',
  'own-language-not-spoken': 'ownLanguageNotSpoken', 'floor-not-heard': 'floorNotHeard', 'too-short': 'tooShort', unsteady: 'unsteady',
};
/** How a unit is written: its words, what the value is multiplied by, and how many decimals mean anything. */
const UNITS: Readonly<Record<FindingUnit, readonly [keyof Messages['units'], number, number]>> = {
  lufs: ['lufs', 1, 1], 'per-mille': ['perMille', 1, 2], share: ['share', 100, 0], ms: ['ms', 1, 0], 'ms-per-hour': ['msPerHour', 1, 0], s: ['s', 1, 1],
};

/** What is checked, as the reader wants it to be: "Carries sound". */
export const checkName = (check: ChannelCheck, page: Telling): string => page.words.checks[CHECKS[check]];

/** A result in a word, with its sign. */
export function resultWords(result: CheckResult, page: Telling): { readonly word: string; readonly sign: SignName } {
  const [key, sign] = RESULTS[result];
  return { word: page.words.results[key], sign };
}

/** Why the result is what it is; null when it needs no reason. */
export const noteWords = (note: FindingNote | null, page: Telling): string | null => (note === null ? null : page.words.notes[NOTES[note]]);

/** The measured value with its unit; null when there is none. */
export function measured({ value, unit }: Pick<ChannelFinding, 'value' | 'unit'>, page: Telling): string | null {
  if (value === null || unit === null || !Number.isFinite(value)) return null;
  const [key, times, digits] = UNITS[unit];
  return amount(value * times, key, page, digits);
}

/** A number with its unit, as the page's language writes it. */
export function amount(value: number, unit: keyof Messages['units'], page: Telling, digits = 1): string {
  return say(page.words.units[unit], { n: number(value, page.language, digits) });
}

/** A data rate as people compare it: Mbit/s from 1 on, kbit/s below. */
export function rate(bitsPerSecond: number, page: Telling): string {
  return bitsPerSecond >= 1e6 ? amount(bitsPerSecond / 1e6, 'mbit', page) : amount(bitsPerSecond / 1000, 'kbit', page, 0);
}
