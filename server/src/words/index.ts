import { Corrections, type CorrectionsDeps } from './correct/corrections.service.ts';
import { RecordRepo } from './record/records.repo.ts';
import { TextRepo } from './texts.repo.ts';
import { Words, type WordsDeps } from './words.service.ts';

/** The words of meetings, on a database. */
export const createWords = (deps: Omit<WordsDeps, 'openStore' | 'openRecords'>): Words =>
  new Words({ ...deps, openStore: (db) => new TextRepo(db), openRecords: (db) => new RecordRepo(db) });

/** The corrections of texts, on a database. */
export const createCorrections = (deps: Omit<CorrectionsDeps, 'openStore'>): Corrections => new Corrections({ ...deps, openStore: (db) => new TextRepo(db) });

export type { Corrections } from './correct/corrections.service.ts';
export type { Correction } from './correct/correction.domain.ts';
export type { PresentedChange } from './correct/present-change.ts';
export type { ReadableText, RecognisedText, TextSegment, Words } from './words.service.ts';
export { TextQuery, wordsRoutes, type WordsRoutesDeps } from './words.routes.ts';
export type { BroughtIn, ChannelText, TextKind, TextStatus, UntimedText } from './words.domain.ts';
export type { RecordingFollows } from './follow-recording.ts';
export type { NewText } from './new-text.domain.ts';
export { correctionRoutes, type CorrectionRoutesDeps } from './correct/corrections.routes.ts';
export { CorrectionBody, HistoryQuery, TextChoice, UndoBody } from './correct/corrections.schema.ts';
export { captionRoutes, type CaptionRoutesDeps } from './captions/captions.routes.ts';
export { Captions } from './captions/captions.service.ts';
export type { CaptionTrack } from './captions/captions.domain.ts';
