export type { Span } from './span.ts';
export { findSpeechSpans, type SoundToRead, type SpeechSpans } from './speech-spans.ts';
