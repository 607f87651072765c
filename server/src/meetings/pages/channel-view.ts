import { uniqueNames } from '@openfloor/media';
import { orderChannels } from '@openfloor/player';
import { dirOf, pick } from '#platform/i18n/index.ts';
import type { Page } from '#web/index.ts';
import type { MeetingChannel } from '../meeting-detail.domain.ts';
import type { WatchableChannel, WatchableMedia } from './media.ports.ts';

/** A channel as the language bar and the downloads show it. */
export interface ChannelView {
  readonly key: string;
  readonly role: MeetingChannel['role'];
  readonly language: string;
  /** The language by its own name, or the word for the floor. */
  readonly name: string;
  /** Language and direction of the name. */
  readonly nameLang: string;
  readonly nameDir: string;
  readonly gaps: number;
  readonly media: WatchableChannel | null;
  readonly faulty: boolean;
}

/** The channels that can be heard, the floor first, with what their recording offers. */
export function viewChannels(channels: readonly MeetingChannel[], media: WatchableMedia | null, page: Page): readonly ChannelView[] {
  const heard = orderChannels(channels.filter((channel) => channel.role !== 'sign-language'));
  const given = heard.map((channel) => (channel.label ? pick(channel.label, page.language) : undefined));
  const names = uniqueNames(
    heard.map(({ role, language }, i) => ({ role, language, ...(given[i] ? { name: given[i].text } : {}) })), page.language,
  );
  return heard.map((channel, i) => {
    const nameLang = given[i]?.lang ?? (isOpen(channel.language) ? page.language : channel.language);
    const own = media?.channels.find(({ key }) => key === channel.key) ?? null;
    return {
      key: channel.key, role: channel.role, language: channel.language, name: names[i] ?? channel.key,
      nameLang, nameDir: dirOf(nameLang), gaps: channel.gaps.length, media: own,
      faulty: own?.checks.some(({ result }) => result === 'fault') ?? false,
    };
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

const isOpen = (tag: string): boolean => tag === 'mul' || tag === 'und' || tag === 'zxx';
