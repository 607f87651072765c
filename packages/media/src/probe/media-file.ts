/** A picture track of a media file, as the container and the first packets describe it. */
export interface PictureTrack {
  readonly kind: 'picture';
  /** Index among all the file's streams. */
  readonly index: number;
  /** Place among the file's picture tracks, from 0 (ffmpeg's `v:N`, still images left out of the count are marked). */
  readonly ordinal: number;
  readonly codec: string;
  readonly profile: string | null;
  readonly level: number | null;
  readonly width: number;
  readonly height: number;
  /** Width of a pixel over its height: 1 as a rule; 64/45 in wide PAL pictures of broadcast recorders. */
  readonly pixelAspect: number;
  readonly pixelFormat: string | null;
  /** Average frames per second; 0 when the container doesn't say. */
  readonly framesPerSecond: number;
  readonly interlaced: boolean;
  /** Clockwise rotation wanted by the container, in degrees. */
  readonly rotation: number;
  /** A cover image, not a moving picture. */
  readonly still: boolean;
  readonly encrypted: boolean;
  /** First presentation time in the file's own clock, in seconds. */
  readonly startSeconds: number | null;
  readonly durationSeconds: number | null;
  readonly bitsPerSecond: number | null;
}

/** A sound track of a media file. */
export interface SoundTrack {
  readonly kind: 'sound';
  /** Index among all the file's streams. */
  readonly index: number;
  /** Place among the file's sound tracks, from 0 (ffmpeg's `a:N`). */
  readonly ordinal: number;
  readonly codec: string;
  readonly profile: string | null;
  readonly sampleRate: number;
  /** Number of audio channels in the track: 1 mono, 2 stereo, more for multichannel recorders. */
  readonly width: number;
  readonly encrypted: boolean;
  /** BCP 47 tag read from the container's language, or null when there is none that says something. */
  readonly language: string | null;
  readonly title: string | null;
  readonly startSeconds: number | null;
  readonly durationSeconds: number | null;
  readonly bitsPerSecond: number | null;
}

/** What a media file holds. Times are in the file's own clock. */
export interface MediaFile {
  /** Names of the container format, as ffprobe gives them (`matroska,webm` becomes two). */
  readonly formats: readonly string[];
  /** The file's own zero: what ffmpeg subtracts from every timestamp, in seconds. */
  readonly startSeconds: number;
  readonly durationSeconds: number | null;
  readonly sizeBytes: number;
  readonly pictures: readonly PictureTrack[];
  readonly sounds: readonly SoundTrack[];
}
