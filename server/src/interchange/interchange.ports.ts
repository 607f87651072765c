import type { ChannelLag } from '#lag/index.ts';
import type { ChannelText, TextKind } from '#words/index.ts';
import type { InterchangeMedia } from './interchange-media.domain.ts';
import type { TimedText } from './proceedings/proceedings.domain.ts';

/** Where the words come from. */
export interface InterchangeWords {
  /** The texts of a meeting, without what is in them. */
  of(meetingId: string): Promise<readonly ChannelText[]>;
  /** One text of a channel; null where there is none. */
  read(meetingId: string, channel: { readonly key: string; readonly language: string }, kind: TextKind): Promise<TimedText | null>;
}

/** Where the recordings come from. */
export interface InterchangeRecordings {
  forMeetings(ids: readonly string[]): Promise<ReadonlyMap<string, InterchangeMedia>>;
}

/** Where it is known how far channels are behind the floor. */
export interface InterchangeLags {
  forChannel(meetingId: string, channel: string): Promise<ChannelLag | null>;
}
