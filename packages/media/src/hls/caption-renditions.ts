import { endonym, primaryLanguage, sameLanguage, uniqueNames } from '../languages/index.ts';
import { attributeList, quoted } from './attributes.ts';
import type { SoundChannel } from './sound-renditions.ts';
import { stableId } from './stable-id.ts';

/** The words of a channel in one language, as a list of subtitles shows them. */
export interface CaptionRendition {
  /** The channel of which they are. */
  readonly channelId: string;
  /** BCP 47. */
  readonly language: string;
  /** Nobody has looked at what a machine wrote. */
  readonly machine: boolean;
  /** Address of the media playlist. */
  readonly uri: string;
}

/** Id of the one group that all captions are in. */
export const CAPTION_GROUP = 'captions';

/** EXT-X-MEDIA lines of the captions (RFC 8216bis, section 4.4.6.1); those of channels that aren't listed are left out. */
export function captionLines(channels: readonly SoundChannel[], captions: readonly CaptionRendition[]): string[] {
  const names = uniqueNames(channels);
  const listed = captions.flatMap((one) => {
    const channel = channels.findIndex(({ id }) => id === one.channelId);
    const of = channels[channel];
    return of === undefined ? [] : [{ ...one, of, name: nameOf(one, of, names[channel] ?? one.channelId) }];
  });
  const told = uniqueNames(listed.map(({ name, language }) => ({ role: 'interpretation', language, name })));
  return listed.map((one, i) => `#EXT-X-MEDIA:${attributeList([
    ['TYPE', 'SUBTITLES'],
    ['GROUP-ID', quoted(CAPTION_GROUP)],
    ['NAME', quoted(told[i] ?? one.name)],
    ['LANGUAGE', quoted(one.language)],
    // Nobody reads along unasked; what the viewer's device asks for is found by its language.
    ['DEFAULT', 'NO'],
    ['AUTOSELECT', listed.findIndex(({ language }) => sameLanguage(language, one.language)) === i ? 'YES' : 'NO'],
    ['FORCED', 'NO'],
    ['CHARACTERISTICS', characteristics(one)],
    ['STABLE-RENDITION-ID', quoted(`${stableId(`${one.channelId}.${one.language}`)}.captions`)],
    ['URI', quoted(one.uri)],
  ])}`);
}

/** By the name of the channel; a text in another language says which. */
function nameOf({ language }: CaptionRendition, channel: SoundChannel, name: string): string {
  return inOwnLanguage(language, channel) ? name : `${endonym(language)} (${name})`;
}

const inOwnLanguage = (language: string, channel: SoundChannel): boolean =>
  language === channel.language || primaryLanguage(language) === primaryLanguage(channel.language);

/** What is written down in the language in which it is said serves people who can't hear it; that music is told of nobody has promised. */
function characteristics({ language, machine, of }: CaptionRendition & { readonly of: SoundChannel }): string | undefined {
  const all = [...(inOwnLanguage(language, of) ? ['public.accessibility.transcribes-spoken-dialog'] : []), ...(machine ? ['public.machine-generated'] : [])];
  return all.length === 0 ? undefined : quoted(all.join(','));
}
