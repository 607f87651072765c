import type { MediaFile, PacketSample } from '../probe/index.ts';

/** One file as ffmpeg reads it: a path, what is in it, and where its own zero lies on the part's timeline. */
export interface PlanSource {
  readonly path: string;
  readonly media: MediaFile;
  readonly packets: Pick<PacketSample, 'first' | 'last' | 'hidden' | 'keyframeGapSeconds'>;
  /** Tracks (`video:0`, `audio:2`) that an edit list puts together from several stretches of their media. */
  readonly edited: ReadonlySet<string>;
  /** Seconds by which the whole file is put later (or, below 0, earlier) than its natural place. */
  readonly offsetSeconds: number;
}

/** Which sound of which source a channel is. */
export interface ChannelSource {
  readonly key: string;
  /** Place in the list of sources. */
  readonly source: number;
  /** Sound track within the source, from 0. */
  readonly track: number;
  /** One audio channel of the track (0 = left), or null for the whole track. */
  readonly side: number | null;
}

/** Which picture of which source. */
export interface PictureSource {
  readonly source: number;
  readonly track: number;
}

/** Everything one part of a recording is made of; a recording has one part, or several one after another. */
export interface PartSources {
  readonly sources: readonly PlanSource[];
  readonly picture: PictureSource | null;
  readonly secondPicture: PictureSource | null;
  readonly channels: readonly ChannelSource[];
}

/** Why something can't be copied as it is. */
export type EncodeReason =
  | 'codec' | 'profile' | 'pixels' | 'size' | 'interlaced' | 'rotated' | 'keyframes' | 'late' | 'early' | 'edited' | 'short' | 'one-side' | 'sample-rate' | 'bit-rate' | 'too-many-channels';

/** One encoded size of the picture. */
export interface Rung {
  /** `720p`: unique within a recording. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Target, bit/s. */
  readonly bitsPerSecond: number;
}

/** How the picture of a part is made. */
export interface PicturePlan extends PictureSource {
  readonly mode: 'copy' | 'encode';
  readonly reasons: readonly EncodeReason[];
  /** The largest rung: the copied one, or the first that is encoded. */
  readonly top: Rung;
  /** Smaller ones, encoded from the same decode. */
  readonly lower: readonly Rung[];
  /** Of the output. */
  readonly framesPerSecond: number;
  readonly interlaced: boolean;
  /** Seconds of black before the first frame. */
  readonly blackSeconds: number;
}

/** How the sound of a channel is made in a part. */
export interface SoundPlan extends ChannelSource {
  readonly mode: 'copy' | 'encode';
  readonly reasons: readonly EncodeReason[];
  /** Where the first packet lies on the part's timeline, in seconds; below 0 for encoder priming. */
  readonly startSeconds: number;
}

/** The work to do for one part. */
export interface PartPlan {
  /** Inputs for ffmpeg, in order; `shiftSeconds` is its `-itsoffset`. */
  readonly inputs: readonly { readonly path: string; readonly shiftSeconds: number }[];
  readonly picture: PicturePlan | null;
  readonly secondPicture: PicturePlan | null;
  readonly sounds: readonly SoundPlan[];
  readonly durationMs: number;
}
