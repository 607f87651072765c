import { formatClock } from '../core/time-address.ts';
import type { PlayerState } from '../core/player-core.ts';
import type { PlayerMessages } from '../locales/index.ts';
import { momentAddress } from './addresses.ts';
import { button, relabel } from './button.ts';
import { captionsButton } from './captions-button.ts';
import { make } from './make.ts';
import { toggleFullScreen } from './full-screen.ts';
import { panelButton } from './panel-button.ts';
import type { PlayerElement } from './player-element.ts';
import { settingsPanel } from './settings.ts';

/** The sign for playing. */
export const PLAY = 'M8 5.2v13.6L19 12z';
const PAUSE = 'M7 5h4v14H7zM13 5h4v14h-4z';
const PREVIOUS = 'M6 6h2v12H6zM19 6v12l-9-6z';
const NEXT = 'M16 6h2v12h-2zM5 6v12l9-6z';
const LINK = 'M10.6 13.4a1 1 0 0 0 1.4 0l3.9-3.9a2.5 2.5 0 0 0-3.5-3.5l-1.3 1.3-1.4-1.4 1.3-1.3a4.5 4.5 0 0 1 6.3 6.3l-3.9 3.9a3 3 0 0 1-4.2 0zm2.8-2.8a1 1 0 0 0-1.4 0L8.1 14.5a2.5 2.5 0 0 0 3.5 3.5l1.3-1.3 1.4 1.4-1.3 1.3a4.5 4.5 0 0 1-6.3-6.3l3.9-3.9a3 3 0 0 1 4.2 0z';
const LOUD = 'M4 9.5h3.5L12 5.5v13l-4.5-4H4zM14.5 8.2a5 5 0 0 1 0 7.6v-2a3 3 0 0 0 0-3.6zM14.5 4.6a8.2 8.2 0 0 1 0 14.8v-2.1a6.3 6.3 0 0 0 0-10.6z';
const SILENT = 'M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15 9l1.4-1.4 2.1 2.1 2.1-2.1L22 9l-2.1 2.1 2.1 2.1-1.4 1.4-2.1-2.1-2.1 2.1-1.4-1.4 2.1-2.1z';
const FULL = 'M5 5h6v2H7v4H5zM13 5h6v6h-2V7h-4zM5 13h2v4h4v2H5zM17 13h2v6h-6v-2h4z';
const GEAR = 'M4 6h9.2a2.5 2.5 0 0 1 4.6 0H20v2h-2.2a2.5 2.5 0 0 1-4.6 0H4zM4 16h2.200a2.500 2.500 0 0 1 4.600 0H20v2h-9.200a2.500 2.500 0 0 1-4.600 0H4z';

/** The row under the picture. What is needed less often is in panels, each fetched when it is opened first. */
export function stageRow(player: PlayerElement, messages: PlayerMessages, signal: AbortSignal): HTMLElement {
  const { core, media } = player;
  const toggle = button('toggle', messages.play, PLAY, () => player.toggle());
  toggle.classList.add('toggle');
  const time = make('span', { class: 'clock', part: 'clock', dir: 'ltr' });
  const now = make('p', { class: 'now-speaking', part: 'speaker' });
  const mute = button('mute', messages.mute, LOUD, () => { media.muted = !media.muted; });
  const volume = make('input', { type: 'range', min: '0', max: '1', step: '0.05', class: 'volume', part: 'volume', dir: 'ltr', 'aria-label': messages.volume });
  const full = button('full-screen', messages.fullScreen, FULL, () => void toggleFullScreen(player));
  const gear = panelButton(button('settings-button', messages.settings, GEAR, () => undefined), {
    place: 'settings-place', make: (close) => settingsPanel(player, messages, close),
  }, signal);
  const captions = core.data.captions?.length ? [captionsButton(player, messages, signal)] : [];
  const row = make('div', { class: 'stage-controls', part: 'controls' },
    // Back points left and on points right in every language, as time does on the lane.
    make('span', { class: 'steps', dir: 'ltr' },
      button('previous', messages.previousSpeaker, PREVIOUS, () => step(player, -1)), toggle, button('next', messages.nextSpeaker, NEXT, () => step(player, 1))),
    time, now,
    make('span', { class: 'tools' }, make('span', { class: 'sound' }, mute, volume), ...captions, copyButton(player, messages), gear, full),
  );

  volume.addEventListener('input', () => { player.playback.sound.loudness = Number(volume.value); });
  const showSound = (): void => {
    relabel(mute, media.muted ? messages.unmute : messages.mute, media.muted ? SILENT : LOUD);
    volume.value = String(media.muted ? 0 : Math.min(1, player.playback.sound.loudness));
  };
  const showFull = (): void => relabel(full, document.fullscreenElement ? messages.leaveFullScreen : messages.fullScreen, FULL);
  media.addEventListener('volumechange', showSound, { signal });
  document.addEventListener('fullscreenchange', showFull, { signal });
  const show = ({ phase, timeMs, turn }: PlayerState): void => {
    const plays = phase === 'playing' || (phase === 'loading' && !media.paused);
    relabel(toggle, plays ? messages.pause : messages.play, plays ? PAUSE : PLAY);
    time.textContent = `${formatClock(timeMs)} / ${formatClock(core.data.durationMs)}`;
    if (now.dataset['turn'] === (turn?.id ?? '')) return;
    now.dataset['turn'] = turn?.id ?? '';
    now.replaceChildren(...(turn ? [make('bdi', { class: 'name' }, turn.name), ...(turn.capacity === null ? [] : [make('bdi', { class: 'capacity' }, turn.capacity)])] : []));
  };
  show(core.state);
  showSound();
  signal.addEventListener('abort', core.subscribe(show), { once: true });
  return row;
}

function step(player: PlayerElement, direction: 1 | -1): void {
  const to = player.core.speakerStep(direction);
  if (to !== null) player.playFrom(to);
}

function copyButton(player: PlayerElement, messages: PlayerMessages): HTMLElement {
  const said = make('span', { class: 'said', role: 'status' });
  const copy = button('copy', messages.copyMoment, LINK, () => {
    const address = momentAddress(location.href, player.core.state);
    void navigator.clipboard.writeText(address).then(
      () => { said.textContent = messages.copied; },
      // Without permission to copy, the address bar carries the moment.
      () => { history.replaceState(null, '', address); },
    );
    setTimeout(() => { said.textContent = ''; }, 4000);
  });
  return make('span', { class: 'copy-moment' }, copy, said);
}
