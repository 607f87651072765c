import { orderChannels } from '@openfloor/player';
import { nameChannels, type ChannelName, type Page } from '#web/index.ts';
import type { MeetingChannel } from '../meeting-detail.domain.ts';
import type { WatchableChannel, WatchableMedia } from './media.ports.ts';

/** A channel as the language bar and the downloads show it. */
export interface ChannelView extends ChannelName {
  readonly key: string;
  readonly role: MeetingChannel['role'];
  readonly language: string;
  readonly gaps: number;
  readonly media: WatchableChannel | null;
  readonly faulty: boolean;
}

/** The channels that can be heard, the floor first, with what their recording offers. */
export function viewChannels(channels: readonly MeetingChannel[], media: WatchableMedia | null, page: Page): readonly ChannelView[] {
  const heard = orderChannels(channels.filter((channel) => channel.role !== 'sign-language'));
  const names = nameChannels(heard, page);
  return heard.flatMap(({ key, role, language, gaps }, i) => {
    const name = names[i];
    const own = media?.channels.find((channel) => channel.key === key) ?? null;
    const faulty = own?.checks.some(({ result }) => result === 'fault') ?? false;
    return name ? [{ ...name, key, role, language, gaps: gaps.length, media: own, faulty }] : [];
  });
}

/** What a channel is, in words. */
export function roleWords(role: ChannelView['role'], page: Page): string {
  const { listen } = page.words;
  const words: Readonly<Record<ChannelView['role'], string>> = {
    floor: listen.original, interpretation: listen.interpretation, relay: listen.relay,
    'audio-description': listen.audioDescription, 'machine-voice': listen.machineVoice, 'sign-language': listen.signLanguage,
  };
  return words[role];
}
