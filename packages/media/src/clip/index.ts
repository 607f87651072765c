export { beginsAfresh, HEAD_SET_ID, joinedEntry } from './avc.ts';
export { captionsTrack, type ClipCaption } from './captions-track.ts';
export { cutPicture, cutSound, fragmentsBetween, shownAt, ticksOf, type PictureCut, type SoundCut } from './choose.ts';
export { layOutMovie, type MovieLayout, type MovieSample, type MovieSpan, type MovieTrack } from './movie.ts';
