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

type SoundRole = Parameters<typeof multivariantPlaylist>[0]['channels'][number]['role'];

/** The multivariant playlist of what is complete by now; addresses are relative to `media/{meeting}/`. */
export function multivariantOf(channels: readonly ListedChannel[], renditions: readonly Rendition[], title: LocalizedText): string {
  const pictures = renditions.filter((rendition) => rendition.kind === 'picture');
  const relative = (key: string) => key.split('/').slice(2).join('/');
  const group = (kind: 'sound' | 'voice'): SoundGroup => ({
    id: kind,
    members: renditions.filter((rendition) => rendition.kind === kind).map((rendition) => ({
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
    sessionData: Object.entries(title).map(([language, value]) => ({ id: 'com.apple.hls.title', value, language })),
  });
}

/** A label that tells two channels of one language apart wins over the name made of language and role. */
function nameOf(channel: ListedChannel): { readonly name?: string } {
  const label = channel.label?.[channel.language] ?? channel.label?.['en'] ?? Object.values(channel.label ?? {})[0];
  return label === undefined ? {} : { name: label };
}
