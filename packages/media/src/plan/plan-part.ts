import type { PictureTrack } from '../probe/index.ts';
import { copiedRung, lowerRungs, outputFrames, shape, topRung } from './ladder.ts';
import type { ChannelSource, EncodeReason, PartPlan, PartSources, PicturePlan, PictureSource, PlanSource, SoundPlan } from './plan.domain.ts';
import { lastSeconds, firstSeconds, placeSources, trackName, type Placement } from './timeline.ts';

/** The picture decides the length; a sound that goes on longer than this after it makes the part longer. */
const OVERHANG_SECONDS = 2;
/** A player bridges a hole of this size at the start of a channel; a larger one is filled with silence. */
const LATEST_COPY_SECONDS = 0.1;
/** Longest keyframe distance that still makes usable segments. */
const MOST_KEYFRAME_SECONDS = 10;

/** Tells for one part what is copied and what is encoded, and why. Pure: the same sources give the same plan. */
export function planPart(part: PartSources): PartPlan {
  const placed = placeSources(part);
  const durationMs = partDuration(part, placed);
  return {
    inputs: part.sources.map((source, index) => ({ path: source.path, shiftSeconds: placed[index]?.shiftSeconds ?? 0 })),
    picture: part.picture && planPicture(part, placed, part.picture),
    secondPicture: part.secondPicture && planPicture(part, placed, part.secondPicture),
    sounds: part.channels.map((channel) => planSound(part, placed, channel, durationMs)),
    durationMs,
  };
}

function partDuration(part: PartSources, placed: readonly Placement[]): number {
  const end = (source: number, kind: 'pictures' | 'sounds', track: number) => {
    const from = part.sources[source];
    const found = from?.media[kind][track];
    return from && found ? (placed[source]?.at(lastSeconds(from, found)) ?? 0) : 0;
  };
  const picture = part.picture ? end(part.picture.source, 'pictures', part.picture.track) : 0;
  const sound = Math.max(0, ...part.channels.map((channel) => end(channel.source, 'sounds', channel.track)));
  return Math.round(1000 * (picture > 0 && sound - picture < OVERHANG_SECONDS ? picture : Math.max(picture, sound)));
}

function planPicture(part: PartSources, placed: readonly Placement[], ref: PictureSource): PicturePlan | null {
  const source = part.sources[ref.source];
  const track = source?.media.pictures[ref.track];
  if (!source || !track) return null;
  const starts = placed[ref.source]?.at(firstSeconds(source, track)) ?? 0;
  const reasons = pictureReasons(source, track, starts);
  const mode = reasons.length === 0 ? 'copy' : 'encode';
  const top = mode === 'copy' ? copiedRung(track) : topRung(track);
  return {
    ...ref, mode, reasons, top, lower: lowerRungs(top, shape(track)),
    framesPerSecond: outputFrames(track), interlaced: track.interlaced, blackSeconds: Math.max(0, starts),
  };
}

function pictureReasons({ packets, edited }: PlanSource, track: PictureTrack, starts: number): EncodeReason[] {
  const { keyframeGapSeconds: keyframeGap } = packets;
  const hidden = packets.hidden.get(trackName(track)) ?? 0;
  const reasons: [EncodeReason, boolean][] = [
    ['codec', track.codec !== 'h264'],
    ['profile', track.codec === 'h264' && !['Constrained Baseline', 'Baseline', 'Main', 'High'].includes(track.profile ?? '')],
    ['pixels', !['yuv420p', 'yuvj420p'].includes(track.pixelFormat ?? '')],
    ['size', track.height > 1088 || track.width > 1920],
    ['interlaced', track.interlaced],
    ['rotated', track.rotation !== 0],
    ['keyframes', keyframeGap !== null && keyframeGap > MOST_KEYFRAME_SECONDS + 0.1],
    ['late', starts > LATEST_COPY_SECONDS],
    // What an edit list cuts off at the start would be copied along, and can't be seen only because players obey.
    ['early', starts - hidden < -LATEST_COPY_SECONDS],
    ['edited', edited.has(trackName(track))],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

function planSound(part: PartSources, placed: readonly Placement[], channel: ChannelSource, durationMs: number): SoundPlan {
  const source = part.sources[channel.source];
  const track = source?.media.sounds[channel.track];
  if (!source || !track) throw new RangeError(`channel ${channel.key}: no sound track ${channel.track} in source ${channel.source}`);
  const place = placed[channel.source];
  const startSeconds = place?.at(firstSeconds(source, track)) ?? 0;
  const endsAt = place?.at(lastSeconds(source, track)) ?? 0;
  const checks: [EncodeReason, boolean][] = [
    ['codec', track.codec !== 'aac'],
    ['profile', track.codec === 'aac' && track.profile !== null && track.profile !== 'LC'],
    ['one-side', channel.side !== null],
    ['too-many-channels', channel.side === null && track.width > 2],
    ['sample-rate', ![32_000, 44_100, 48_000].includes(track.sampleRate)],
    ['bit-rate', (track.bitsPerSecond ?? 0) > 330_000],
    ['late', startSeconds > LATEST_COPY_SECONDS],
    ['early', startSeconds < -1 || (source.packets.hidden.get(trackName(track)) ?? 0) > LATEST_COPY_SECONDS],
    ['edited', source.edited.has(trackName(track))],
    ['short', endsAt < durationMs / 1000 - OVERHANG_SECONDS],
  ];
  const reasons = checks.filter(([, holds]) => holds).map(([reason]) => reason);
  return { ...channel, mode: reasons.length === 0 ? 'copy' : 'encode', reasons, startSeconds };
}
