import type { PlayerCaptions, PlayerData } from '../core/player-data.ts';
import type { PlayerMessages } from '../locales/index.ts';

/** What captions are called: as their channel, or by their language where that is another. `lang` is that of the name; null in the player's own. */
export function captionName({ channel, language }: PlayerCaptions, { channels }: PlayerData): { readonly name: string; readonly lang: string | null; readonly of: string | null } {
  const own = channels.find(({ key }) => key === channel);
  if (own?.language === language) return { name: own.name, lang: own.role === 'floor' ? null : language, of: null };
  return { name: endonym(language), lang: language, of: own?.name ?? channel };
}

/** How far captions can be trusted, in words. */
export const captionStatus = ({ status }: PlayerCaptions, messages: PlayerMessages): string =>
  ({ machine: messages.captionsMachine, edited: messages.captionsEdited, final: messages.captionsFinal })[status];

function endonym(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
