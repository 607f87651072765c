import type { AgendaItem, Intervention } from '#meetings/index.ts';
import type { ReadableText } from '#words/index.ts';

/** A text with the time at which the floor said each segment, where that is known. */
export type TimedText = Omit<ReadableText, 'segments'> & { readonly segments: readonly (ReadableText['segments'][number] & { readonly floorMs?: number })[] };

export type SpokenSentence = TimedText['segments'][number];

/** A few sentences in one language that belong together. */
export interface Paragraph {
  /** BCP 47, where it isn't that of the text. */
  readonly language: string | null;
  readonly sentences: readonly SpokenSentence[];
}

/** What one person says until another speaks. */
export interface Speech {
  readonly what: 'speech';
  /** From the list of speakers; null where nobody is listed. */
  readonly turn: Intervention | null;
  /** As the text names the speaker. */
  readonly named: string | null;
  /** Whether the text says that the person presides. */
  readonly chair: boolean;
  /** As the text tells it: a country or an office. */
  readonly capacity: string | null;
  /** BCP 47: in which language the person spoke, where that is known. */
  readonly spoken: string | null;
  /** When its words are heard in their channel, in ms on the meeting's timeline. */
  readonly startMs: number;
  readonly endMs: number;
  readonly paragraphs: readonly Paragraph[];
}

/** What the record says happened between speeches: a vote, the opening. */
export interface Happening {
  readonly what: 'happening';
  readonly text: string;
}

/** What belongs to one agenda item, until another is taken up. */
export interface Section {
  /** Null where no item is under discussion, or none is listed. */
  readonly item: AgendaItem | null;
  readonly parts: readonly (Speech | Happening)[];
}

/** One text of a meeting, as who says what on which item. */
export interface Proceedings {
  readonly text: Omit<TimedText, 'segments' | 'record'>;
  /** Whether these are an interpreter's words: neither the speaker's nor an official translation. */
  readonly interpreted: boolean;
  readonly sections: readonly Section[];
}

/** The speeches of the proceedings, in their order. */
export const speechesOf = ({ sections }: Proceedings): readonly Speech[] => sections.flatMap(({ parts }) => parts.flatMap((part) => (part.what === 'speech' ? [part] : [])));
