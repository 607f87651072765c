/** A piece of what is said, in ms on the meeting's timeline. */
export interface SpokenSegment {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly speaker: string | null;
  /** BCP 47, where it isn't that of the whole. */
  readonly language: string | null;
}

/** What is said in a channel, as its readers get it. */
export interface SpokenText {
  readonly kind: 'captions' | 'transcript';
  readonly language: string;
  readonly status: 'machine' | 'edited' | 'final';
  readonly segments: readonly SpokenSegment[];
}

/** Where the pages get the words of meetings from. */
export interface WordsSource {
  /** Keys of the channels of a meeting that have words. */
  channelsWithWords(meetingId: string): Promise<ReadonlySet<string>>;
  /** What is said in a channel; null where there are no words. */
  forChannel(meetingId: string, channel: { readonly key: string; readonly language: string }): Promise<SpokenText | null>;
}
