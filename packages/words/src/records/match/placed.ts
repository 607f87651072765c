/** A sentence of the record with its place on a channel's timeline. */
export interface PlacedSentence {
  /** Index of the turn; of its paragraph; of the sentence in it. */
  readonly turn: number;
  readonly paragraph: number;
  readonly sentence: number;
  /** Whole ms; in order, and not overlapping. */
  readonly startMs: number;
  readonly endMs: number;
  /** 0 to 1: how sure the place is. */
  readonly confidence: number;
  /** The place may be wrong by more than ten seconds. */
  readonly doubtful: boolean;
}

/** When a turn begins, the greeting before it included. */
export interface PlacedTurn {
  readonly startMs: number;
  readonly confidence: number;
  readonly doubtful: boolean;
}

/** A record on a channel's timeline. */
export interface PlacedRecord {
  readonly turns: readonly PlacedTurn[];
  readonly sentences: readonly PlacedSentence[];
  /** What it was placed by. */
  readonly by: 'words' | 'interventions and pauses' | 'length';
}

/** Places within this far of the truth are right enough to be shown without a mark. */
export const DOUBT_MS = 10_000;

/** A sentence of the record on its way to a place. */
export interface FlatSentence {
  readonly turn: number;
  readonly paragraph: number;
  readonly sentence: number;
  readonly text: string;
}
