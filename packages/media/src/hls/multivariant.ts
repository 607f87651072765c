import { attributeList, quoted } from './attributes.ts';
import type { BitRates } from './bit-rates.ts';
import { CAPTION_GROUP, captionLines, type CaptionRendition } from './caption-renditions.ts';
import { completeGroups, soundLines, type SoundChannel, type SoundGroup } from './sound-renditions.ts';

/** One rung of the picture: an encoded size of it, ready to play. */
export interface PictureRung extends BitRates {
  /** Names the rung for ever, e.g. `720p`; letters, digits and `+/=.-_`. */
  readonly id: string;
  readonly uri: string;
  /** RFC 6381. */
  readonly codec: string;
  readonly width: number;
  readonly height: number;
  /** Frames a second. */
  readonly frameRate: number;
}

/** An I-frame playlist; its rates are measured on the I-frames. */
export type IframeRung = Omit<PictureRung, 'frameRate'>;

/** A text about the whole meeting (EXT-X-SESSION-DATA). */
export interface SessionText {
  /** Reverse-DNS name, e.g. `com.apple.hls.title`. */
  readonly id: string;
  readonly value: string;
  /** BCP 47. */
  readonly language?: string;
}

/** Everything that a multivariant playlist lists. */
export interface MultivariantInput {
  /** The channels in the order in which people see them. */
  readonly channels: readonly SoundChannel[];
  /**
   * Standard quality first, then the voice renditions. A further group that lacks a channel of the first is left out,
   * as groups must have the same members (RFC 8216bis, section 4.4.6.1.1).
   */
  readonly soundGroups: readonly SoundGroup[];
  /** Empty for a meeting without picture. */
  readonly pictures: readonly PictureRung[];
  readonly iframes?: readonly IframeRung[];
  /** In the order in which people see them; those of a channel that isn't listed are left out. */
  readonly captions?: readonly CaptionRendition[];
  readonly sessionData?: readonly SessionText[];
}

/** The average rate of the variant that Apple's authoring specification (1.32) wants first in the list. */
const FIRST_VARIANT_RATE = 2_000_000;

/** A whole multivariant playlist (RFC 8216bis, section 4.4.6): pictures with each quality of sound, sound alone, I-frames. */
export function multivariantPlaylist(input: MultivariantInput): string {
  const groups = completeGroups(input.channels, input.soundGroups);
  const captions = captionLines(input.channels, input.captions ?? []);
  const subtitles = captions.length > 0;
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...(input.sessionData ?? []).map(sessionLine),
    ...groups.flatMap((group) => soundLines(input.channels, group)),
    ...captions,
    ...pictureVariants(input.pictures, groups).flatMap(([rung, group]) => pictureLines(rung, group, subtitles)),
    ...groups.flatMap((group) => soundOnlyLines(input.channels, group, subtitles)),
    ...(input.iframes ?? []).map(iframeLine),
  ];
  return `${lines.join('\n')}\n`;
}

/** Every rung with the standard sound, the smallest also with each lighter group, for narrow lines. */
function pictureVariants(pictures: readonly PictureRung[], groups: readonly SoundGroup[]): [PictureRung, SoundGroup | undefined][] {
  const ordered = pictures.toSorted((a, b) => b.average - a.average);
  const first = ordered.toSorted((a, b) => distance(a) - distance(b))[0];
  const [standard, ...lighter] = groups;
  const smallest = ordered.at(-1);
  const rungs = first ? [first, ...ordered.filter((rung) => rung !== first)] : [];
  const variants = rungs.map((rung): [PictureRung, SoundGroup | undefined] => [rung, standard]);
  return smallest ? [...variants, ...lighter.map((group): [PictureRung, SoundGroup] => [smallest, group])] : variants;
}

function distance(rung: PictureRung): number {
  return Math.abs(rung.average - FIRST_VARIANT_RATE);
}

function pictureLines(rung: PictureRung, group: SoundGroup | undefined, subtitles: boolean): string[] {
  const sound = heaviest(group);
  return [
    `#EXT-X-STREAM-INF:${attributeList([
      ['BANDWIDTH', rung.peak + sound.peak],
      ['AVERAGE-BANDWIDTH', rung.average + sound.average],
      ['CODECS', quoted([rung.codec, ...codecsOf(group)].join(','))],
      ['RESOLUTION', `${rung.width}x${rung.height}`],
      ['FRAME-RATE', rung.frameRate.toFixed(3)],
      ['VIDEO-RANGE', 'SDR'],
      ['AUDIO', group && quoted(group.id)],
      ['SUBTITLES', subtitles ? quoted(CAPTION_GROUP) : undefined],
      ['CLOSED-CAPTIONS', 'NONE'],
      // One address, one id, whatever sound goes with it (section 4.4.6.2).
      ['STABLE-VARIANT-ID', quoted(rung.id)],
    ])}`,
    rung.uri,
  ];
}

function soundOnlyLines(channels: readonly SoundChannel[], group: SoundGroup, subtitles: boolean): string[] {
  const sound = heaviest(group);
  const opening = channels.find((channel) => channel.role === 'floor') ?? channels[0];
  const member = group.members.find((one) => one.channelId === opening?.id) ?? group.members[0];
  if (!member) return [];
  return [
    `#EXT-X-STREAM-INF:${attributeList([
      ['BANDWIDTH', sound.peak],
      ['AVERAGE-BANDWIDTH', sound.average],
      ['CODECS', quoted(codecsOf(group).join(','))],
      ['AUDIO', quoted(group.id)],
      ['SUBTITLES', subtitles ? quoted(CAPTION_GROUP) : undefined],
      // Where one variant says that there are no captions in the picture, all must (section 4.4.6.2).
      ['CLOSED-CAPTIONS', 'NONE'],
      ['STABLE-VARIANT-ID', quoted(`audio.${group.id}`)],
    ])}`,
    member.uri,
  ];
}

function iframeLine(rung: IframeRung): string {
  return `#EXT-X-I-FRAME-STREAM-INF:${attributeList([
    ['BANDWIDTH', rung.peak],
    ['AVERAGE-BANDWIDTH', rung.average],
    ['CODECS', quoted(rung.codec)],
    ['RESOLUTION', `${rung.width}x${rung.height}`],
    ['VIDEO-RANGE', 'SDR'],
    ['STABLE-VARIANT-ID', quoted(`${rung.id}.iframes`)],
    ['URI', quoted(rung.uri)],
  ])}`;
}

function sessionLine(text: SessionText): string {
  return `#EXT-X-SESSION-DATA:${attributeList([
    ['DATA-ID', quoted(text.id)],
    ['VALUE', quoted(text.value)],
    ['LANGUAGE', text.language === undefined ? undefined : quoted(text.language)],
  ])}`;
}

/** The most that any member of a group may ask of the line. */
function heaviest(group: SoundGroup | undefined): BitRates {
  const members = group?.members ?? [];
  return { peak: Math.max(0, ...members.map((m) => m.peak)), average: Math.max(0, ...members.map((m) => m.average)) };
}

function codecsOf(group: SoundGroup | undefined): string[] {
  return [...new Set(group?.members.map((member) => member.codec))];
}
