import type { SecondPicture } from '../core/player-data.ts';
import type { PlayerMessages } from '../locales/index.ts';

/** What the second picture is called. */
export const secondName = ({ channel }: SecondPicture, messages: PlayerMessages): string => (channel === null ? messages.secondPicture : messages.signLanguage);
