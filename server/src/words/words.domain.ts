export const TEXT_KINDS = ['captions', 'transcript', 'record'] as const;
/** What a text was made for: to be shown over the picture, to be read, or to be the official record, which isn't word for word what is heard. */
export type TextKind = (typeof TEXT_KINDS)[number];

export const TEXT_STATES = ['machine', 'edited', 'final'] as const;
/** How far a text can be trusted: as a machine wrote it, corrected by people, or settled. */
export type TextStatus = (typeof TEXT_STATES)[number];

/** Where a text came from. */
export type TextProvenance = FileProvenance | MachineProvenance;

export interface FileProvenance {
  /** Name of the file it was read from, as it was handed in. */
  readonly file: string;
  /** What was mended or left while it was read, one sentence each; none when all of it was as it should be. */
  readonly damage: readonly string[];
  /** What the file says without times, in its order: it can't be shown in time, and isn't lost. */
  readonly untimed?: readonly UntimedPassage[];
}

/** Words of a file that nobody knows the time of. */
export interface UntimedPassage {
  /** In the file, from 1; null where the form has no lines. */
  readonly line: number | null;
  readonly text: string;
  readonly speaker: string | null;
}

/** What a machine made of a channel's sound. */
export interface MachineProvenance {
  /** With its version, such as `sherpa-onnx 1.13.8`. */
  readonly engine: string;
  /** Name of the model. */
  readonly model: string;
  /** How many names and terms the model was told to expect; 0 where it takes none. */
  readonly hints: number;
  /** What readers ought to know, one sentence each. */
  readonly notes: readonly string[];
}

/** What a channel says in words; its segments are read apart. */
export interface ChannelText {
  readonly id: string;
  readonly meetingId: string;
  readonly kind: TextKind;
  /** Key of the channel. */
  readonly channel: string;
  /** BCP 47. */
  readonly language: string;
  readonly status: TextStatus;
  readonly provenance: TextProvenance | null;
  /** Grows with every change. */
  readonly version: number;
  /** It was made for a recording of the channel that another has taken the place of: words and times may not fit. */
  readonly formerSound: boolean;
}

/** A page of words: what is said in a channel, or the official record beside it. */
export interface PageOfWords {
  readonly meetingId: string;
  readonly channel: string;
  readonly record: boolean;
  /** BCP 47; of several texts of a channel the first by tag. */
  readonly language: string;
  readonly updatedAt: Date;
}

/** What became of a text that came in with a meeting folder. */
export interface BroughtIn extends Pick<ChannelText, 'kind' | 'channel' | 'language'> {
  readonly file: string;
  /** What was mended or left while the file was read, one sentence each. */
  readonly damage: readonly string[];
  /** How many segments stay as people have set them. */
  readonly kept: number;
  /** The meeting has this text as final, and the file says something else: nothing of it was taken. */
  readonly final: boolean;
}

/** A text without times, which is to be laid along the sound of its channel. */
export interface UntimedText extends Pick<ChannelText, 'channel' | 'language'>, Pick<FileProvenance, 'file' | 'damage'> {
  readonly kind: Exclude<TextKind, 'record'>;
  /** In their order; who says each as the text names the person, null where it doesn't. */
  readonly passages: readonly { readonly text: string; readonly speaker: string | null }[];
}

/**
 * Puts the texts of a channel into the order in which people want them for reading: a transcript before captions, what
 * people corrected before what a machine wrote, the channel's own language first.
 */
export function forReading(texts: readonly ChannelText[], language: string): readonly ChannelText[] {
  const trust: readonly TextStatus[] = ['final', 'edited', 'machine'];
  const rank = (text: ChannelText): number =>
    (text.language === language ? 0 : 100) + (text.kind === 'transcript' ? 0 : 10) + trust.indexOf(text.status);
  return texts.toSorted((a, b) => rank(a) - rank(b));
}

/** The best of the texts that say what is heard in a channel in a language: what a record can be compared with. */
export const saidText = <Text extends Pick<ChannelText, 'channel' | 'kind' | 'language'>>(texts: readonly Text[], channel: string, language: string): Text | null => {
  const own = texts.filter((text) => text.channel === channel && text.kind !== 'record' && text.language.split('-')[0] === language.split('-')[0]);
  return own.find(({ kind }) => kind === 'transcript') ?? own[0] ?? null;
};
