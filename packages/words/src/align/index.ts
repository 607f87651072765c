export { align, type AlignedSegment, type Alignment, type ToAlign } from './align.ts';
export type { ReferenceVoice, SpokenText } from './reference-voice.ports.ts';
export { splitSentences } from './split-sentences.ts';
