export type { ReadRecord, RecordSentence, RecordTurn, RemovalReason, RemovedText, StageDirection } from './record.ts';
export { readRecord, type RecordFile } from './read-record.ts';
export type { DocxParts } from './source/docx.ts';
export { placeRecord, type ChannelClues } from './match/place-record.ts';
export type { PlacedRecord, PlacedSentence, PlacedTurn } from './match/placed.ts';
export type { KnownIntervention } from './match/interventions.ts';
