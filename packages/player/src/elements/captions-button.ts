import { fill, type PlayerMessages } from '../locales/index.ts';
import { button } from './button.ts';
import { captionName } from './caption-names.ts';
import { captionsMenu } from './captions-menu.ts';
import { panelButton } from './panel-button.ts';
import type { PlayerElement } from './player-element.ts';

const CAPTIONS = 'M3 5h18v14H3zM5.500 10.500v2h6v-2zM13 10.500v2h5.500v-2zM5.500 14v2h3.500v-2zM10.500 14v2h8v-2z';

/** Opens the menu of captions and says which are shown. Removed by `signal` with what it stands in. */
export function captionsButton(player: PlayerElement, messages: PlayerMessages, signal: AbortSignal): HTMLElement {
  const { core } = player;
  const opener = button('captions-button', messages.captions, CAPTIONS, () => undefined);
  const holder = panelButton(opener, { place: 'captions-place', make: () => captionsMenu(player, messages) }, signal);
  const show = (): void => {
    const { captions } = core.state;
    const on = core.captionWish !== 'off';
    const label = fill(messages.captionsNow, { name: captions ? captionName(captions, core.data).name : on ? messages.captionsNone : messages.captionsOff });
    opener.classList.toggle('is-on', captions !== null);
    if (opener.title === label) return;
    opener.title = label;
    opener.setAttribute('aria-label', label);
  };
  show();
  signal.addEventListener('abort', core.subscribe(show), { once: true });
  return holder;
}
