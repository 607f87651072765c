import { orderCaptions } from '../core/captions.ts';
import type { PlayerCaptions } from '../core/player-data.ts';
import { fill, type PlayerMessages } from '../locales/index.ts';
import { CAPTION_BACKGROUNDS, CAPTION_SIZES, rememberCaptions, rememberedCaptions } from './caption-memory.ts';
import { captionName, captionStatus } from './caption-names.ts';
import { make } from './make.ts';
import { select } from './panel-rows.ts';
import type { PlayerElement } from './player-element.ts';

/** Which captions to show, what they are, and how they look. */
export function captionsMenu(player: PlayerElement, messages: PlayerMessages): HTMLElement {
  const { data, state, captionWish } = player.core;
  const { size, background } = rememberedCaptions();
  const look = (changed: Parameters<typeof rememberCaptions>[0]): void => {
    rememberCaptions(changed);
    player.dispatchEvent(new Event('caption-look'));
  };
  const sizes = { small: messages.sizeSmall, medium: messages.sizeMedium, large: messages.sizeLarge };
  const backgrounds = { dark: messages.backgroundDark, soft: messages.backgroundSoft, none: messages.backgroundNone };
  const choice = (value: string, chosen: boolean, ...words: readonly HTMLElement[]): HTMLElement => {
    const radio = make('input', { type: 'radio', name: 'captions', value });
    radio.checked = chosen;
    radio.addEventListener('change', () => { player.showCaptions(value); });
    return make('label', {}, make('span', {}, ...words), radio);
  };
  const named = (captions: PlayerCaptions): HTMLElement => {
    const { name, lang, of } = captionName(captions, data);
    const words = make('bdi', lang === null ? {} : { lang }, name);
    const more = [...(of === null ? [] : [of]), captionStatus(captions, messages)].join(' · ');
    return choice(captions.key, captions === state.captions, words, make('small', {}, more));
  };
  return make('div', { class: 'settings captions-menu', part: 'captions-menu', role: 'group', 'aria-label': messages.captions },
    make('div', { role: 'radiogroup', 'aria-label': messages.captions },
      choice('off', captionWish === 'off', make('bdi', {}, messages.captionsOff)),
      ...orderCaptions(data.captions ?? [], data.channels, state.channel).map(named)),
    ...(captionWish !== 'off' && !state.captions ? [make('p', {}, fill(messages.captionsNow, { name: messages.captionsNone }))] : []),
    select(messages.captionsSize, CAPTION_SIZES.map((one) => [one, sizes[one]]), size, (value) => { look({ size: CAPTION_SIZES.find((one) => one === value) ?? size }); }),
    select(messages.captionsBackground, CAPTION_BACKGROUNDS.map((one) => [one, backgrounds[one]]), background, (value) => { look({ background: CAPTION_BACKGROUNDS.find((one) => one === value) ?? background }); }),
  );
}
