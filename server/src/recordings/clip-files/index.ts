export { LONGEST_CLIP_MS, type ClipCaptions, type ClipFileRequest } from './clip-file.domain.ts';
export { ClipFiles, type ClipFile, type ClipFilesDeps, type ClipFileWatch } from './clip-files.service.ts';
