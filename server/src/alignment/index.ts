export { alignInThread, type ToAlignInThread } from './engine/align-in-thread.ts';
export { openReferenceVoice } from './engine/reference-voice.ts';
