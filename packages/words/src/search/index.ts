export { findQuery, type FoundSpan } from './find.ts';
export { isLittleWord, knowsLittleWords, littleKeys } from './little-words.ts';
export { readQuery, splitRuns, type QueryPart } from './query.ts';
export { stemmerOf } from './stem-of.ts';
export { searchTokens } from './tokens.ts';
export type { SearchToken } from './token.ts';
