import { orderChannels } from './choose-channel.ts';
import type { PlayerCaptions, PlayerChannel } from './player-data.ts';

/** What somebody wants to read: nothing, what is heard, or captions of a key or a language. */
export type CaptionWish = 'off' | 'own' | (string & {});

const OFF = new Set(['', '0', 'off', 'no', 'none', 'false']);
const OWN = new Set(['1', 'on', 'own', 'yes', 'true']);

/** Reads `?cc=`: `fr` for a language or a channel, `1` for what is heard, `0` for none; null where nothing is asked. */
export function readCaptionWish(asked: string | null): CaptionWish | null {
  const wish = asked?.trim().toLowerCase();
  if (wish === undefined) return null;
  return OFF.has(wish) ? 'off' : OWN.has(wish) ? 'own' : wish;
}

/** The key of captions: that of the channel, where they are in its language. */
export const captionKey = (channel: Pick<PlayerChannel, 'key' | 'language'>, language: string): string =>
  language === channel.language ? channel.key : `${channel.key}.${language}`;

/** The captions that a wish means while a channel is heard; null where there are none. */
export function captionsFor(all: readonly PlayerCaptions[], wish: CaptionWish, heard: PlayerChannel | null): PlayerCaptions | null {
  if (wish === 'off') return null;
  if (wish === 'own') return ownCaptions(all, heard);
  const wanted = wish.toLowerCase();
  const only = (test: (one: PlayerCaptions) => boolean): PlayerCaptions | undefined => all.find((one) => test(one) && one.channel === heard?.key) ?? all.find(test);
  return all.find(({ key }) => key.toLowerCase() === wanted)
    ?? only(({ language }) => language.toLowerCase() === wanted)
    ?? only(({ language }) => primary(language) === primary(wanted))
    ?? null;
}

/** What is heard, in words: in the channel's own language where there are several. */
export function ownCaptions(all: readonly PlayerCaptions[], heard: PlayerChannel | null): PlayerCaptions | null {
  const own = all.filter(({ channel }) => channel === heard?.key);
  return own.find(({ key }) => key === heard?.key) ?? own[0] ?? null;
}

/** In the order of a menu: what is heard first, then as the channels stand in the bar. */
export function orderCaptions(all: readonly PlayerCaptions[], channels: readonly PlayerChannel[], heard: PlayerChannel | null): readonly PlayerCaptions[] {
  const bar = orderChannels(channels).map(({ key }) => key);
  const place = ({ channel }: PlayerCaptions): number => (channel === heard?.key ? -1 : bar.indexOf(channel));
  return all.toSorted((a, b) => place(a) - place(b));
}

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? language;
