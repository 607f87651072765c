export { findQuery, type FoundSpan } from './find.ts';
export { readQuery, type QueryPart } from './query.ts';
export { searchTokens } from './tokens.ts';
export type { SearchToken } from './token.ts';
