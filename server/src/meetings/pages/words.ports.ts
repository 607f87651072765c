/** A piece of what is said, in ms on the meeting's timeline. */
export interface SpokenSegment {
  readonly startMs: number;
  readonly endMs: number;
  /** When the floor said it, where the lag of the channel is known. */
  readonly floorMs?: number;
  readonly text: string;
  readonly speaker: string | null;
  /** BCP 47, where it isn't that of the whole. */
  readonly language: string | null;
  readonly words?: readonly SpokenWord[] | null;
  /** 0 to 1: how sure it is that this is said at this time; left out where nobody says. */
  readonly confidence?: number | null;
  /** True for what stands in the text and isn't heard in the channel. */
  readonly unspoken?: boolean;
  /** True for a stretch in which somebody speaks and the text has nothing; it has no words. */
  readonly hole?: boolean;
  /** What of it people have set by hand. */
  readonly edited?: readonly ('text' | 'times' | 'speaker' | 'language')[];
}

/** A word as it stands in its segment. */
export interface SpokenWord {
  readonly text: string;
  /** 0 to 1; null where nobody says. */
  readonly confidence: number | null;
}

/** What is said in a channel, or its official record, as its readers get it. */
export interface SpokenText {
  readonly kind: 'captions' | 'transcript' | 'record';
  readonly language: string;
  readonly status: 'machine' | 'edited' | 'final';
  /** Made for a recording of the channel that another has taken the place of. */
  readonly formerSound?: boolean;
  /** Where somebody speaks and the text has nothing. */
  readonly holes?: readonly { readonly startMs: number; readonly endMs: number }[];
  readonly segments: readonly SpokenSegment[];
}

/** What of a channel can be shown over the picture in one language; `hls` is the path of its playlist. */
export type SpokenCaptions = Pick<SpokenText, 'language' | 'status'> & { readonly channel: string; readonly hls: string };

/** Where the pages get the words of meetings from. */
export interface WordsSource {
  /** Keys of the channels of a meeting that have words, and of those that have an official record. */
  channelsWithTexts(meetingId: string): Promise<{ readonly withWords: ReadonlySet<string>; readonly withRecord: ReadonlySet<string> }>;
  /** What can be shown over the picture. */
  captionsOf(meetingId: string): Promise<readonly SpokenCaptions[]>;
  /** What is said in a channel, or its record; null where there is none. */
  forChannel(meetingId: string, channel: { readonly key: string; readonly language: string }, record: boolean): Promise<SpokenText | null>;
}
