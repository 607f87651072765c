import { formatClock } from '../core/time-address.ts';
import type { PlayerState } from '../core/player-core.ts';
import { SPEEDS } from '../core/shortcuts.ts';
import { loadHls } from '../engine/hls-engine.ts';
import { fill, type PlayerMessages } from '../locales/index.ts';
import { momentAddress } from './addresses.ts';
import { make, PlayerPart, sign } from './base.ts';
import type { PlayerElement } from './player-element.ts';

const PLAY = 'M8 5.2v13.6L19 12z';
const PREVIOUS = 'M6 6h2v12H6zM19 6v12l-9-6z';
const NEXT = 'M16 6h2v12h-2zM5 6v12l9-6z';
const LINK = 'M10.6 13.4a1 1 0 0 0 1.4 0l3.9-3.9a2.5 2.5 0 0 0-3.5-3.5l-1.3 1.3-1.4-1.4 1.3-1.3a4.5 4.5 0 0 1 6.3 6.3l-3.9 3.9a3 3 0 0 1-4.2 0zm2.8-2.8a1 1 0 0 0-1.4 0L8.1 14.5a2.5 2.5 0 0 0 3.5 3.5l1.3-1.3 1.4 1.4-1.3 1.3a4.5 4.5 0 0 1-6.3-6.3l3.9-3.9a3 3 0 0 1 4.2 0z';

/** `<openfloor-stage>`: puts a play button over the poster, a row of controls under it, and says when playing fails. */
export class StageElement extends PlayerPart {
  protected attach(player: PlayerElement, messages: PlayerMessages, signal: AbortSignal): void {
    const { core, media } = player;
    media.controls = false; // until there is something to control; the play button stands in
    const play = make('button', { type: 'button', class: 'play' }, sign(PLAY), make('span', { class: 'play-text' }));
    const now = make('p', { class: 'now-speaking' });
    const speed = speedChoice(messages);
    const notice = failureNotice(messages, () => player.retry());
    const row = make('div', { class: 'stage-controls' },
      // Back points left and on points right in every language, as time does on the lane.
      make('span', { class: 'steps', dir: 'ltr' },
        stepButton(messages.previousSpeaker, PREVIOUS, () => step(player, -1)),
        stepButton(messages.nextSpeaker, NEXT, () => step(player, 1))),
      now, speed.label, copyButton(player, messages),
    );
    this.querySelector('[data-screen]')?.append(play, notice);
    this.append(row);

    play.addEventListener('click', () => {
      media.focus();
      void player.play();
    });
    // The engine is some 150 KB: fetched when a hand comes near, so that the press itself doesn't wait for it.
    for (const type of ['pointerenter', 'focus']) play.addEventListener(type, () => void loadHls().catch(() => undefined), { once: true });
    speed.select.addEventListener('change', () => { media.playbackRate = Number(speed.select.value); });

    const show = (state: PlayerState): void => {
      const { phase, timeMs, turn, rate } = state;
      play.hidden = phase !== 'idle' && !(phase === 'loading' && !media.controls);
      play.classList.toggle('is-loading', phase === 'loading');
      const text = timeMs > 0 ? fill(messages.playFrom, { time: formatClock(timeMs) }) : messages.play;
      play.setAttribute('aria-label', phase === 'loading' ? messages.loading : text);
      const label = play.querySelector('.play-text');
      if (label) label.textContent = timeMs > 0 ? formatClock(timeMs) : '';
      notice.hidden = phase !== 'failed';
      speed.select.value = String(rate);
      now.replaceChildren(...(turn ? [make('bdi', { class: 'name' }, turn.name), ...(turn.capacity === null ? [] : [make('bdi', { class: 'capacity' }, turn.capacity)])] : []));
    };
    show(core.state);
    signal.addEventListener('abort', core.subscribe(show), { once: true });
    signal.addEventListener('abort', () => { for (const part of [play, notice, row]) part.remove(); }, { once: true });
  }
}

function step(player: PlayerElement, direction: 1 | -1): void {
  const to = player.core.speakerStep(direction);
  if (to !== null) player.playFrom(to);
}

function stepButton(label: string, path: string, act: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button', class: 'step', 'aria-label': label, title: label }, sign(path));
  button.addEventListener('click', act);
  return button;
}

function speedChoice(messages: PlayerMessages): { readonly label: HTMLElement; readonly select: HTMLSelectElement } {
  const options = SPEEDS.map((speed) => make('option', { value: String(speed) }, `${speed}×`));
  const select = make('select', {}, ...options);
  select.value = '1';
  return { select, label: make('label', { class: 'speed' }, make('span', {}, messages.speed), select) };
}

function copyButton(player: PlayerElement, messages: PlayerMessages): HTMLElement {
  const said = make('span', { class: 'said', role: 'status' });
  const button = make('button', { type: 'button', class: 'step', 'aria-label': messages.copyMoment, title: messages.copyMoment }, sign(LINK));
  button.addEventListener('click', () => {
    const address = momentAddress(location.href, player.core.state);
    void navigator.clipboard.writeText(address).then(
      () => { said.textContent = messages.copied; },
      // Without permission to copy, the address bar carries the moment.
      () => { history.replaceState(null, '', address); },
    );
    setTimeout(() => { said.textContent = ''; }, 4000);
  });
  return make('span', { class: 'copy' }, button, said);
}

function failureNotice(messages: PlayerMessages, retry: () => void): HTMLElement {
  const button = make('button', { type: 'button' }, messages.retry);
  button.addEventListener('click', retry);
  const notice = make('div', { class: 'stage-notice', role: 'alert' }, make('p', {}, messages.failed), button);
  notice.hidden = true;
  return notice;
}
