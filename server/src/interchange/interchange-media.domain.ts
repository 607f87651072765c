import type { MeetingMedia } from '#recordings/index.ts';

/** What of a recording goes into documents for others. Addresses are paths on this server. */
export type InterchangeMedia = Pick<MeetingMedia, 'state' | 'hls' | 'poster' | 'hasPicture' | 'durationMs' | 'rungs'> & {
  readonly channels: readonly Pick<MeetingMedia['channels'][number], 'key' | 'sound'>[];
};
