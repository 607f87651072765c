export { readWords, type ReadWords, type ReadWordsHints } from './read/read-words.ts';
export { WORDS_FORMATS, type WordsFormat } from './read/recognise.ts';
export { type RefusalCode, WordsRefused } from './read/refused.ts';
export type { Passage } from './read/segments.ts';
export { writeWebVtt, type WebVttOptions } from './webvtt/write.ts';
export { writeSrt, type SrtOptions } from './blocks/write-srt.ts';
export { writeTtml, type TtmlOptions } from './ttml/write.ts';
