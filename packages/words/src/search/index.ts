export { findQuery, type FoundSpan } from './find.ts';
export { readQuery, splitRuns, type QueryPart } from './query.ts';
export { searchTokens } from './tokens.ts';
export type { SearchToken } from './token.ts';
