/** What feeds say of a recording. Addresses are paths on this server. */
export interface FeedMedia {
  readonly state: string;
  readonly hls: string | null;
  readonly poster: string | null;
  readonly hasPicture: boolean;
  readonly durationMs: number;
  readonly channels: readonly FeedChannel[];
}

export interface FeedChannel {
  readonly key: string;
  /** MP4 files in order: one, or several for a meeting in parts. */
  readonly sound: readonly string[];
}

/** Where feeds get the recordings from. */
export interface FeedMediaSource {
  /** The recordings of several meetings, by meeting id. */
  readonly forMeetings: (ids: readonly string[]) => Promise<ReadonlyMap<string, FeedMedia>>;
  /** The bytes of a file, by its path on this server; undefined when it isn't there. */
  readonly sizeOf: (path: string) => Promise<number | undefined>;
}
