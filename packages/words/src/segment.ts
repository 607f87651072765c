/** A word with its own times, where they are known. */
export interface Word {
  /** Ms on the timeline; `endMs` is not before `startMs`. */
  readonly startMs: number;
  readonly endMs: number;
  /** As it stands in the segment's text, without the space around it. */
  readonly text: string;
  /** 0 to 1, as the recogniser or the aligner says it; null where nobody does. */
  readonly confidence: number | null;
}

/** A piece of what was said: a sentence or a caption, with its times on the timeline of its channel. */
export interface Segment {
  /** Whole ms; `endMs` is not before `startMs`. */
  readonly startMs: number;
  readonly endMs: number;
  /** Plain text in NFC, without markup; line breaks of captions are `\n`. */
  readonly text: string;
  /** In their order; null where only the segment has times. */
  readonly words: readonly Word[] | null;
  /** As the source names the person; null where it doesn't. */
  readonly speaker: string | null;
  /** BCP 47, where the segment isn't in the language of the whole. */
  readonly language: string | null;
}

/** Something in a source that isn't as it should be, and what became of it; the end of a sentence that begins with the line. */
export interface Damage {
  /** From 1; null for what concerns the file as a whole. */
  readonly line: number | null;
  readonly says: string;
}

/** What was read from a file of captions or of a transcript. Whatever can be read is there; what was mended or left is told. */
export interface ReadText {
  /** By time, as players show them; empty where the file has no times. */
  readonly segments: readonly Segment[];
  /** Of the whole, as the file says it (BCP 47); null where it doesn't. */
  readonly language: string | null;
  readonly damage: readonly Damage[];
}
