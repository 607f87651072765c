export type { ReadRecord, RecordSentence, RecordTurn, RemovalReason, RemovedText, StageDirection } from './record.ts';
export { readRecord, type RecordFile } from './read-record.ts';
export type { DocxParts } from './source/docx.ts';
