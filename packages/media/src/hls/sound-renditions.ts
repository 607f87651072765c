import { sameLanguage, uniqueNames, type ChannelRole } from '../languages/index.ts';
import { attributeList, quoted } from './attributes.ts';
import type { BitRates } from './bit-rates.ts';
import { stableId } from './stable-id.ts';

/** A channel as the list of sounds shows it. */
export interface SoundChannel {
  readonly id: string;
  readonly role: Exclude<ChannelRole, 'sign-language'>;
  /** BCP 47; `mul` for a floor on which several languages are spoken. */
  readonly language: string;
  /** Name to show instead of the one made of language and role. */
  readonly name?: string;
}

/** One quality of sound. */
export interface SoundGroup {
  /** `sound` or `voice`; letters, digits and `+/=.-_`. */
  readonly id: string;
  readonly members: readonly SoundMember[];
}

/** A channel in one quality. */
export interface SoundMember extends BitRates {
  readonly channelId: string;
  /** Address of its media playlist. */
  readonly uri: string;
  /** RFC 6381. */
  readonly codec: string;
  /** Audio channels; 1 unless said. */
  readonly channels?: number;
}

/** The groups that have every channel which the first group has, members in the channels' order. */
export function completeGroups(channels: readonly SoundChannel[], groups: readonly SoundGroup[]): SoundGroup[] {
  const [standard] = groups;
  if (!standard) return [];
  const listed = channels.filter((channel) => standard.members.some((member) => member.channelId === channel.id));
  return groups.flatMap((group) => {
    const members = listed.flatMap((channel) => group.members.find((member) => member.channelId === channel.id) ?? []);
    return members.length === listed.length && members.length > 0 ? [{ ...group, members }] : [];
  });
}

/** EXT-X-MEDIA lines of one group (RFC 8216bis, section 4.4.6.1). */
export function soundLines(channels: readonly SoundChannel[], group: SoundGroup): string[] {
  const listed = plainFirst(channels.filter((channel) => group.members.some((member) => member.channelId === channel.id)));
  const names = uniqueNames(listed);
  const opening = listed.find((channel) => channel.role === 'floor') ?? listed[0];
  return listed.flatMap((channel, i) => {
    const member = group.members.find((one) => one.channelId === channel.id);
    if (!member) return [];
    const first = channel === opening;
    return `#EXT-X-MEDIA:${attributeList([
      ['TYPE', 'AUDIO'],
      ['GROUP-ID', quoted(group.id)],
      ['NAME', quoted(names[i] ?? channel.id)],
      ['LANGUAGE', quoted(channel.language)],
      ['DEFAULT', first ? 'YES' : 'NO'],
      ['AUTOSELECT', first || isFirstOfItsKind(channel, listed, opening) ? 'YES' : 'NO'],
      ['CHARACTERISTICS', characteristics(channel)],
      ['CHANNELS', quoted(String(member.channels ?? 1))],
      ['STABLE-RENDITION-ID', quoted(`${stableId(channel.id)}.${group.id}`)],
      ['URI', quoted(member.uri)],
    ])}`;
  });
}

/** Apple 9.17: of one language, the general rendition comes before the special one. */
function plainFirst(channels: readonly SoundChannel[]): readonly SoundChannel[] {
  const special = (channel: SoundChannel): number => (CHARACTERISTICS[channel.role] === undefined ? 0 : 1);
  return channels.toSorted((a, b) => special(a) - special(b));
}

const CHARACTERISTICS: Partial<Record<ChannelRole, string>> = {
  'machine-voice': 'public.machine-generated',
  'audio-description': 'public.accessibility.describes-video',
};

function characteristics(channel: SoundChannel): string | undefined {
  const value = CHARACTERISTICS[channel.role];
  return value === undefined ? undefined : quoted(value);
}

// What a player opens by itself for people of a language: an interpreter before the relay and the machine.
const PREFERENCE: readonly ChannelRole[] = ['floor', 'interpretation', 'relay', 'machine-voice'];

/**
 * A player chooses among AUTOSELECT members by language, so there is one of each language: two would be told apart by
 * nothing (section 4.4.6.1.1). Audio description has its own characteristic and must be selectable (Apple 2.13).
 */
function isFirstOfItsKind(channel: SoundChannel, listed: readonly SoundChannel[], opening: SoundChannel | undefined): boolean {
  const rivals = listed.filter((other) => sameLanguage(other.language, channel.language));
  if (channel.role === 'audio-description') return rivals.find((other) => other.role === 'audio-description') === channel;
  if (opening && rivals.includes(opening)) return false;
  const ranked = rivals
    .filter((other) => other.role !== 'audio-description')
    .toSorted((a, b) => PREFERENCE.indexOf(a.role) - PREFERENCE.indexOf(b.role));
  return ranked[0] === channel;
}
