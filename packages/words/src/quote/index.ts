export { findQuote } from './find-quote.ts';
export { joinTexts } from './join-texts.ts';
export { makeQuote } from './make-quote.ts';
export type { FoundQuote, Quote, QuotedSegment, QuoteState, QuoteTime } from './quote.ts';
