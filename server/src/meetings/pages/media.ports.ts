/** What the pages of a meeting ask of its recording; the recordings know more. */
export interface WatchableMedia {
  readonly state: 'processing' | 'watchable' | 'complete' | 'failed';
  readonly progress: { readonly step: string; readonly percent: number; readonly secondsLeft: number | null } | null;
  /** Address of the multivariant playlist. */
  readonly hls: string | null;
  readonly poster: string | null;
  /** Address of the WebVTT of stills. */
  readonly storyboard: string | null;
  readonly hasPicture: boolean;
  /** A picture beside the main one, with its media playlist; `channel` is the sign-language channel it shows, if it does. */
  readonly secondPicture: { readonly hls: string; readonly width: number; readonly height: number; readonly channel: string | null } | null;
  readonly durationMs: number | null;
  readonly channels: readonly WatchableChannel[];
  /** Address of the server-sent events about this recording. */
  readonly events: string;
}

export interface WatchableChannel {
  readonly key: string;
  /** dB that the player applies. */
  readonly gainDb: number;
  /** Addresses of the files in full quality: one, or several for a meeting in parts. */
  readonly sound: readonly string[];
  /** Addresses of the files for slow connections. */
  readonly voice: readonly string[];
  /** Of all those files. */
  readonly soundBytes: number;
  readonly voiceBytes: number;
  readonly checks: readonly { readonly result: string }[];
}

/** Where the pages get the recordings of meetings from. */
export interface MediaSource {
  /** The recording of a meeting; null when it has none. */
  forMeeting(meetingId: string): Promise<WatchableMedia | null>;
  /** The recordings of several meetings at once, by meeting id. */
  forMeetings(ids: readonly string[]): Promise<ReadonlyMap<string, WatchableMedia>>;
}
