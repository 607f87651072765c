import type { PlayerState } from '../core/player-core.ts';
import { PlayerPart } from './base.ts';
import type { PlayerElement } from './player-element.ts';
import { revealIn } from './reveal.ts';

/** `<openfloor-interventions>`: the list of turns. Enhances `<a data-start-ms>` inside `[data-turn]` items: it follows and seeks. */
export class InterventionsElement extends PlayerPart {
  protected attach(player: PlayerElement, _messages: unknown, signal: AbortSignal): void {
    this.#mark(player.core.state);
    signal.addEventListener('abort', player.core.subscribe((now, before) => {
      if (now.turn !== before.turn) this.#mark(now);
    }), { once: true });
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-start-ms]') : null;
      if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      player.playFrom(Number(link.dataset['startMs']));
    }, { signal });
  }

  #mark({ turn, phase }: PlayerState): void {
    for (const item of this.querySelectorAll<HTMLElement>('[data-turn]')) {
      const current = item.dataset['turn'] === turn?.id;
      if (current) item.setAttribute('aria-current', 'true');
      else item.removeAttribute('aria-current');
      if (current && phase !== 'idle') revealIn(this, item);
    }
  }
}
