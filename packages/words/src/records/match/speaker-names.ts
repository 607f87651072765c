import type { RecordTurn } from '../record.ts';
import { compareTokens } from './tokens.ts';

/** Names are inflected too, and written by ear: their beginnings have to do. */
const NAME_LETTERS = 4;
/** Titles, and what many countries and offices have in their names. */
const NO_NAMES = new Set([
  ...'mr mrs ms mme sr sra dame sir lord the of and de la le les el los et du des y unit unis unid repu pres'.split(' '),
  ...'г н жа и соед объе респ пред дама'.split(' '), ...'先生 女士 夫人 主席'.split(' '),
]);

/** What a person is called by: of each word of names, countries and offices the beginning. */
export const nameTokens = (name: string): string[] =>
  compareTokens(name).map((token) => token.slice(0, NAME_LETTERS)).filter((token) => token.length > 1 && !NO_NAMES.has(token));

/** What the speaker of a turn may be called by. */
export const namesOf = ({ speaker, capacity }: RecordTurn): string[] => nameTokens(`${capacity ?? ''} ${speaker}`);

/** Whether a text has one of these names in it. */
export const names = (text: string, named: readonly string[]): boolean => compareTokens(text).some((token) => named.includes(token.slice(0, NAME_LETTERS)));
