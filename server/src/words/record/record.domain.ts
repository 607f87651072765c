import { placeRecord, type KnownIntervention, type PlacedRecord, type ReadRecord, type RecordTurn, type RemovedText, type Segment, type Span, type StageDirection } from '@openfloor/words';

/** A turn of an official record, on the timeline of its channel. */
export interface RecordedTurn extends Pick<RecordTurn, 'speaker' | 'chair' | 'capacity' | 'spoken' | 'from'> {
  /** When the speaker begins, thanks to the chair included. */
  readonly startMs: number;
  readonly confidence: number;
  readonly doubtful: boolean;
}

/** A sentence of an official record: what is known of it besides the segment that it became. */
export interface RecordedSentence {
  /** Index of its turn, and of its paragraph in the turn. */
  readonly turn: number;
  readonly paragraph: number;
  readonly text: string;
  /** UTF-16 offsets into the text of the file. */
  readonly from: number;
  readonly to: number;
  /** 0 to 1: how sure it is that this is said at this time. */
  readonly confidence: number;
  /** Its time may be wrong by more than ten seconds. */
  readonly doubtful: boolean;
}

/** What was known when a record was placed, so that it can be placed again when a transcript comes. */
export interface RecordClues {
  readonly durationMs: number;
  readonly interventions: readonly KnownIntervention[];
  /** Where somebody speaks in the channel, once somebody has listened. */
  readonly speech?: readonly Span[];
}

/** An official record as it is kept, beside the text whose segments it became. */
export interface KeptRecord {
  readonly turns: readonly RecordedTurn[];
  readonly sentences: readonly RecordedSentence[];
  /** What happened: votes, the opening and the end. */
  readonly stages: readonly StageDirection[];
  /** What the file holds besides, with its lines: title page, running heads, page numbers, footnotes. */
  readonly removed: readonly RemovedText[];
  readonly placedBy: PlacedRecord['by'];
  readonly clues: RecordClues;
}

/** Everything of a record but its places. */
export type UnplacedRecord = Pick<ReadRecord, 'turns' | 'stages' | 'removed'>;

/** Whether people should be told that a place isn't sure; kept as a confidence below one half, which is what readers go by. */
const DOUBTFUL_AT_MOST = 0.4;
const SURE_AT_LEAST = 0.5;

/** Places a record on a channel, by its transcript where there is one. */
export function placeOnChannel(record: UnplacedRecord, clues: RecordClues, transcript: readonly Segment[] | null): { readonly kept: KeptRecord; readonly segments: readonly Segment[] } {
  const placed = placeRecord(record.turns, { ...clues, transcript, speech: clues.speech ?? null });
  const flat = record.turns.flatMap(({ paragraphs }, turn) => paragraphs.flatMap((sentences, paragraph) => sentences.map((sentence) => ({ ...sentence, turn, paragraph }))));
  const sentences = flat.map(({ turn, paragraph, text, from, to }, at): RecordedSentence => ({ turn, paragraph, text, from, to, ...sureness(placed.sentences[at]) }));
  const turns = record.turns.map(({ speaker, chair, capacity, spoken, from }, at): RecordedTurn => ({
    speaker, chair, capacity, spoken, from, startMs: placed.turns[at]?.startMs ?? 0, ...sureness(placed.turns[at]),
  }));
  const segments = flat.map(({ text, turn }, at): Segment => ({
    startMs: placed.sentences[at]?.startMs ?? 0, endMs: placed.sentences[at]?.endMs ?? 0, text, words: null, speaker: turns[turn]?.speaker ?? null, language: null,
  }));
  const { stages, removed } = record;
  return { segments, kept: { turns, sentences, stages, removed, placedBy: placed.by, clues } };
}

function sureness(placed: { readonly confidence: number; readonly doubtful: boolean } | undefined): { readonly confidence: number; readonly doubtful: boolean } {
  const { confidence = 0, doubtful = true } = placed ?? {};
  const told = doubtful ? Math.min(confidence, DOUBTFUL_AT_MOST) : Math.max(confidence, SURE_AT_LEAST);
  return { confidence: Math.round(told * 100) / 100, doubtful };
}

/** A kept record as it was before it was placed. */
export function unplaced({ turns, sentences, stages, removed }: KeptRecord): UnplacedRecord {
  return {
    stages, removed,
    turns: turns.map(({ speaker, chair, capacity, spoken, from }, turn): RecordTurn => {
      const own = sentences.filter((one) => one.turn === turn);
      const paragraphs = [...new Set(own.map(({ paragraph }) => paragraph))].map((paragraph) => own.filter((one) => one.paragraph === paragraph).map(({ text, from: begin, to }) => ({ text, from: begin, to })));
      return { speaker, chair, capacity, spoken, from, paragraphs };
    }),
  };
}

/** Whether segments stand where they stood. */
export const samePlaces = (now: readonly Segment[], before: readonly Segment[]): boolean =>
  now.length === before.length && now.every(({ startMs, endMs, text }, at) => startMs === before[at]?.startMs && endMs === before[at].endMs && text === before[at].text);

/** What is known of a segment of a record from the sentence that it came from. */
export interface RecordFacts {
  readonly turn: number | null;
  readonly paragraph: number | null;
  readonly confidence: number | null;
  readonly doubtful: boolean | null;
}

/** Puts together the segments of a text and the sentences that they came from; where people changed the words, only the segment is known. */
export function withSentences<S extends Segment>(segments: readonly S[], sentences: readonly RecordedSentence[]): (S & RecordFacts)[] {
  let next = 0;
  return segments.map((segment): S & RecordFacts => {
    const at = sentences.findIndex(({ text }, n) => n >= next && text === segment.text);
    const { turn = null, paragraph = null, confidence = null, doubtful = null } = sentences[at] ?? {};
    if (at >= 0) next = at + 1;
    return { ...segment, turn, paragraph, confidence, doubtful };
  });
}
