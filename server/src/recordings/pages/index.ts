export { checkName, measured, noteWords, resultWords, type Telling } from './check-words.ts';
export { recordingPages, type RecordingPagesDeps } from './recordings.pages.tsx';
