import { RecordRepo } from './record/records.repo.ts';
import { TextRepo } from './texts.repo.ts';
import { Words, type WordsDeps } from './words.service.ts';

/** The words of meetings, on a database. */
export const createWords = (deps: Omit<WordsDeps, 'openStore' | 'openRecords'>): Words =>
  new Words({ ...deps, openStore: (db) => new TextRepo(db), openRecords: (db) => new RecordRepo(db) });

export type { ReadableText, RecognisedText, Words } from './words.service.ts';
export { TextQuery, wordsRoutes, type WordsRoutesDeps } from './words.routes.ts';
export type { ChannelText, NewText, TextKind, TextStatus } from './words.domain.ts';
export { captionRoutes, type CaptionRoutesDeps } from './captions/captions.routes.ts';
export { Captions } from './captions/captions.service.ts';
export type { CaptionTrack } from './captions/captions.domain.ts';
