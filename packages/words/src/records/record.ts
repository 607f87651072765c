/** A sentence of the record, and where it stands in the text it was read from. */
export interface RecordSentence {
  /** Lines joined, hyphens at their ends undone, in NFC. */
  readonly text: string;
  /** UTF-16 offsets into `ReadRecord.source`; `to` is the first one after it. */
  readonly from: number;
  readonly to: number;
}

/** What one speaker says until another speaks, or until something happens. */
export interface RecordTurn {
  /** As the record names the person: `Mr. Wood`, `Le Président`. */
  readonly speaker: string;
  /** Whether the person presides. */
  readonly chair: boolean;
  /** Country, body or office, as it stands in brackets behind the name; null where there is none. */
  readonly capacity: string | null;
  /** BCP 47: the language in which the person spoke, where the record says it or is silent because it was its own; null where that isn't known. */
  readonly spoken: string | null;
  readonly paragraphs: readonly (readonly RecordSentence[])[];
  /** Of the speaker's name. */
  readonly from: number;
}

/** What the record says happened: a vote, the opening, a minute of silence. */
export interface StageDirection {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** How many turns come before it. */
  readonly afterTurns: number;
}

/** Why a piece of the file isn't part of what was said. */
export type RemovalReason = 'front matter' | 'running head' | 'page number' | 'footnote' | 'frame';

/** Lines that were set apart; they are kept, so that nothing of a file is lost. */
export interface RemovedText {
  readonly why: RemovalReason;
  readonly text: string;
  /** From 1, of the file's lines (in a document without lines: of its paragraphs). */
  readonly line: number;
  readonly endLine: number;
  readonly from: number;
  readonly to: number;
}

/** A record as it was read. Turns, stage directions and removed text together hold every letter of the source. */
export interface ReadRecord {
  /** The text of the file that all offsets refer to. */
  readonly source: string;
  /** BCP 47; null where neither the caller nor the labels say it. */
  readonly language: string | null;
  readonly turns: readonly RecordTurn[];
  readonly stages: readonly StageDirection[];
  readonly removed: readonly RemovedText[];
}
