import { formatClock } from '../core/time-address.ts';
import type { PlayerState } from '../core/player-core.ts';
import { loadHls } from '../engine/hls-engine.ts';
import { fill, type PlayerMessages } from '../locales/index.ts';
import { PlayerPart } from './base.ts';
import { showCaptionsWhenWanted } from './captions-when.ts';
import { lowDataScreen } from './low-data.ts';
import { make, sign } from './make.ts';
import type { PlayerEvents } from './player-events.ts';
import type { PlayerElement } from './player-element.ts';
import { showSecondWhenWanted } from './second-when.ts';
import { PLAY, stageRow } from './stage-row.ts';

/** `<openfloor-stage>`: puts a play button over the poster, a row of controls under it, and says when playing fails. */
export class StageElement extends PlayerPart {
  protected attach(player: PlayerElement, messages: PlayerMessages, signal: AbortSignal): void {
    const { core, media } = player;
    media.controls = false; // until there is something to control; the play button stands in
    const play = make('button', { type: 'button', class: 'play', part: 'play' }, sign(PLAY), make('span', { class: 'play-text' }));
    const notice = failureNotice(messages, () => player.retry());
    const row = stageRow(player, messages, signal);
    const silent = make('p', { class: 'booth-silent', part: 'notice', role: 'status' });
    const screen = this.querySelector<HTMLElement>('[data-screen]');
    screen?.append(play, silent, notice);
    this.append(row);
    if (screen) {
      showSecondWhenWanted(player, messages, screen, signal);
      showCaptionsWhenWanted(player, screen, signal);
    }

    play.addEventListener('click', () => {
      row.querySelector<HTMLElement>('.toggle')?.focus();
      void player.play();
    });
    // The engine is some 150 KB: fetched when a hand comes near, so that the press itself doesn't wait for it.
    for (const type of ['pointerenter', 'focus']) play.addEventListener(type, () => void loadHls().catch(() => undefined), { once: true });
    media.addEventListener('click', () => { if (!media.controls) player.toggle(); }, { signal });
    let low: AbortController | null = null;
    player.addEventListener('openfloor-picture', (event) => {
      const { mode } = (event as PlayerEvents['openfloor-picture']).detail;
      low?.abort();
      low = mode === 'full' ? null : new AbortController();
      const own = low?.signal;
      if (own) play.before(lowDataScreen(player, messages, mode === 'low', own));
    }, { signal });
    signal.addEventListener('abort', () => low?.abort(), { once: true });

    const show = (state: PlayerState): void => {
      const { phase, timeMs } = state;
      play.hidden = phase !== 'idle' && !(phase === 'loading' && media.readyState === 0);
      play.classList.toggle('is-loading', phase === 'loading');
      const text = timeMs > 0 ? fill(messages.playFrom, { time: formatClock(timeMs) }) : messages.play;
      play.setAttribute('aria-label', phase === 'loading' ? messages.loading : text);
      const label = play.querySelector('.play-text');
      if (label) label.textContent = timeMs > 0 ? formatClock(timeMs) : '';
      notice.hidden = phase !== 'failed';
      const silence = core.boothIsSilent && phase !== 'idle' ? messages.boothSilent : '';
      if (silent.textContent !== silence) silent.textContent = silence;
    };
    show(core.state);
    signal.addEventListener('abort', core.subscribe(show), { once: true });
    signal.addEventListener('abort', () => { for (const part of [play, silent, notice, row]) part.remove(); }, { once: true });
  }
}

function failureNotice(messages: PlayerMessages, retry: () => void): HTMLElement {
  const button = make('button', { type: 'button' }, messages.retry);
  button.addEventListener('click', retry);
  const notice = make('div', { class: 'stage-notice', part: 'failure', role: 'alert' }, make('p', {}, messages.failed), button);
  notice.hidden = true;
  return notice;
}
