export { recordingPages, type RecordingPagesDeps } from './recordings.pages.tsx';
