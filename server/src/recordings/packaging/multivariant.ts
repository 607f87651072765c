import { multivariantPlaylist, type IframeRung, type SoundGroup } from '@openfloor/media';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Rendition } from '../recordings.domain.ts';

/** A channel as the playlist names it. */
export interface ListedChannel {
  readonly key: string;
  readonly role: string;
  readonly language: string;
  readonly label: LocalizedText | null;
}

/** What is said in a channel, as captions. */
export interface ListedCaptions {
  readonly channel: string;
  readonly language: string;
  readonly status: string;
  /** Path of the playlist on this server. */
  readonly hls: string;
}

/** What the multivariant playlist is made of. */
export interface ListedMeeting {
  readonly channels: readonly ListedChannel[];
  readonly captions: readonly ListedCaptions[];
  readonly renditions: readonly Rendition[];
  readonly title: LocalizedText;
  /** The channels whose sound is listed; all unless said. */
  readonly heard?: readonly ListedChannel[];
}

type SoundRole = Parameters<typeof multivariantPlaylist>[0]['channels'][number]['role'];

/** The multivariant playlist of what is complete by now; addresses are relative to `media/{meeting}/`. */
export function multivariantOf({ channels, captions, renditions, title, heard = channels }: ListedMeeting): string {
  const pictures = renditions.filter((rendition) => rendition.kind === 'picture');
  const relative = (key: string) => key.split('/').slice(2).join('/');
  const group = (kind: 'sound' | 'voice'): SoundGroup => ({
    id: kind,
    members: renditions.filter((rendition) => rendition.kind === kind && heard.some(({ key }) => key === rendition.name)).map((rendition) => ({
      channelId: rendition.name, uri: relative(rendition.playlist), codec: rendition.codec,
      peak: rendition.peakBits, average: rendition.averageBits, channels: rendition.audioChannels ?? 1,
    })),
  });
  return multivariantPlaylist({
    channels: channels.filter((channel) => channel.role !== 'sign-language').map((channel) => ({
      id: channel.key, role: channel.role as SoundRole, language: channel.language,
      ...nameOf(channel),
    })),
    soundGroups: [group('sound'), group('voice')],
    pictures: pictures.map((rung) => ({
      id: rung.name, uri: relative(rung.playlist), codec: rung.codec, width: rung.width ?? 0, height: rung.height ?? 0,
      frameRate: rung.framesPerSecond ?? 25, peak: rung.peakBits, average: rung.averageBits,
    })),
    iframes: pictures.flatMap((rung): IframeRung[] => (rung.iframes === null ? [] : [{
      id: rung.name, uri: relative(rung.iframes), codec: rung.codec, width: rung.width ?? 0, height: rung.height ?? 0,
      peak: rung.iframePeakBits ?? rung.peakBits, average: rung.iframeAverageBits ?? rung.averageBits,
    }])),
    // As the pages have them, the floor first: browsers tell captions of one language apart by their order alone.
    captions: channels.toSorted((a, b) => Number(b.role === 'floor') - Number(a.role === 'floor')).flatMap(({ key, language }) => captionsOf(key, language, captions).map((one) => ({
      channelId: key, language: one.language, machine: one.status === 'machine', uri: relative(one.hls.slice(1)),
    }))),
    sessionData: Object.entries(title).map(([language, value]) => ({ id: 'com.apple.hls.title', value, language })),
  });
}

/** Those of a channel, in its own language first. */
function captionsOf(key: string, language: string, captions: readonly ListedCaptions[]): readonly ListedCaptions[] {
  return captions.filter(({ channel }) => channel === key).toSorted((a, b) => Number(b.language === language) - Number(a.language === language));
}

/** A label that tells two channels of one language apart wins over the name made of language and role. */
function nameOf(channel: ListedChannel): { readonly name?: string } {
  const label = channel.label?.[channel.language] ?? channel.label?.['en'] ?? Object.values(channel.label ?? {})[0];
  return label === undefined ? {} : { name: label };
}
