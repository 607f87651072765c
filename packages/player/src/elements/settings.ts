import { SHORTCUTS, SPEEDS, type Command } from '../core/shortcuts.ts';
import { playsNatively } from '../engine/native-engine.ts';
import type { PlayerMessages } from '../locales/index.ts';
import { make } from './make.ts';
import { checkbox, press, select, type Choice } from './panel-rows.ts';
import { secondName } from './second-name.ts';
import type { PlayerElement } from './player-element.ts';

/** What is needed less often: speed, quality, picture or sound alone, the floor underneath, the keys. */
export function settingsPanel(player: PlayerElement, messages: PlayerMessages, close: () => void): HTMLElement {
  const { media, playback } = player;
  const heights = playback.engine?.heights() ?? [];
  const rows: (HTMLElement | null)[] = [
    select(messages.speed, SPEEDS.map((speed) => [String(speed), `${speed}×`]), String(media.playbackRate), (value) => { media.playbackRate = Number(value); }, 'ltr'),
    player.core.data.hasPicture && heights.length > 0
      ? select(messages.picture, [['full', messages.pictureFull], ['sound', messages.soundOnly], ['low', messages.lowData]], playback.mode, (value) => {
        if (value === 'full' || value === 'sound' || value === 'low') player.show(value);
        close();
      })
      : null,
    heights.length > 1 && playback.mode === 'full'
      ? select(messages.quality, [['', messages.qualityAuto], ...heights.map((height): Choice => [String(height), `${height}p`])], String(playback.height ?? ''), (value) => { playback.keepHeight(value === '' ? null : Number(value)); })
      : null,
    player.core.data.secondPicture && playback.mode === 'full'
      ? checkbox(secondName(player.core.data.secondPicture, messages), player.core.state.second, (on) => { player.showSecondPicture(on); })
      : null,
    floorSlider(player, messages),
    media instanceof HTMLVideoElement && document.pictureInPictureEnabled ? press(messages.pictureInPicture, () => { void inPicture(media); close(); }) : null,
    otherScreen(player, messages, close),
    press(messages.keys, () => { close(); keysDialog(player, messages).showModal(); }),
  ];
  const panel = make('div', { class: 'settings', part: 'settings', role: 'group', 'aria-label': messages.settings }, ...rows.filter((row) => row !== null));
  void offerSentence(player, messages, panel);
  return panel;
}

/** Offers to keep to the sentence as soon as the server has said that it knows how far channels are behind. */
async function offerSentence(player: PlayerElement, messages: PlayerMessages, panel: HTMLElement): Promise<void> {
  if ((await player.lags.known()).size === 0) return;
  const row = checkbox(messages.keepSentence, player.keepsSentence, (on) => {
    player.keepsSentence = on;
    const { channel } = player.core.state;
    if (on && channel) void player.lags.prepare(channel);
  });
  panel.querySelector(':scope > button')?.before(row);
}

function floorSlider(player: PlayerElement, messages: PlayerMessages): HTMLElement | null {
  const { playback } = player;
  if (!playback.canLayFloor || player.core.state.channel?.role === 'floor') return null;
  const slider = make('input', { type: 'range', min: '0', max: '0.5', step: '0.05', dir: 'ltr' });
  slider.value = String(playback.floorLevel);
  slider.addEventListener('input', () => { playback.floorLevel = Number(slider.value); });
  return make('label', {}, make('span', {}, messages.floorUnder), slider);
}

async function inPicture(video: HTMLVideoElement): Promise<void> {
  if (document.pictureInPictureElement) return document.exitPictureInPicture();
  await video.requestPictureInPicture().catch(() => undefined); // not before there is a picture
}

type OldSafari = HTMLMediaElement & { webkitShowPlaybackTargetPicker?(): void };

/** AirPlay or Cast, where the browser has either. Only what the browser plays by itself can go to another screen. */
function otherScreen(player: PlayerElement, messages: PlayerMessages, close: () => void): HTMLElement | null {
  const media: OldSafari = player.media;
  const { hls } = player.core.data;
  if (!player.playback.engine || hls === null || !playsNatively(media)) return null;
  const button = press(messages.otherScreen, () => {
    close();
    if (media.currentSrc.startsWith('blob:')) player.playback.goNative();
    if (media.webkitShowPlaybackTargetPicker) media.webkitShowPlaybackTargetPicker();
    else void media.remote.prompt().catch(() => undefined); // closed without a choice
  });
  if (media.webkitShowPlaybackTargetPicker) return button;
  if (!('remote' in media)) return null;
  // Screens are asked for with an address that they could play; the page's own pieces none of them can.
  const asked = make('video', { preload: 'none', src: hls });
  button.hidden = true; // until a screen is found
  asked.remote.watchAvailability((available) => { button.hidden = !available; }).catch(() => undefined);
  return button;
}

const SAID: Readonly<Record<Command, keyof PlayerMessages>> = {
  toggle: 'toggle', back: 'back', forward: 'forward', 'previous-speaker': 'previousSpeakerKey', 'next-speaker': 'nextSpeakerKey',
  captions: 'captionsKey', 'next-channel': 'nextChannel', 'previous-channel': 'previousChannel', 'second-picture': 'secondKey', slower: 'slower', faster: 'faster', mute: 'muteKey', 'full-screen': 'fullScreenKey',
};

function keysDialog(player: PlayerElement, messages: PlayerMessages): HTMLDialogElement {
  const { secondPicture, captions } = player.core.data;
  const offered = SHORTCUTS.filter(({ command }) => (command !== 'second-picture' || secondPicture) && (command !== 'captions' || captions?.length));
  const rows = offered.map(({ command, keys }) => make('tr', {},
    make('th', { scope: 'row' }, make('span', { dir: 'ltr' }, ...keys.map((key) => make('kbd', {}, keyName(key, messages))))), make('td', {}, messages[SAID[command]])));
  const done = make('button', { type: 'button' }, messages.close);
  const dialog = make('dialog', { autofocus: '', tabindex: '-1', class: 'player-keys', part: 'keys', 'aria-label': messages.keys },
    make('h2', {}, messages.keys), make('p', {}, messages.keysText), make('table', {}, make('tbody', {}, ...rows)), done);
  done.addEventListener('click', () => { dialog.close(); });
  dialog.addEventListener('close', () => {
    dialog.remove();
    // What opened it has left with the settings.
    player.querySelector<HTMLElement>('.settings-place > button')?.focus();
  });
  player.append(dialog);
  return dialog;
}

/** A key as it is printed on a keyboard. */
function keyName(key: string, messages: PlayerMessages): string {
  const names: Readonly<Record<string, string>> = { ' ': messages.space, ArrowLeft: '←', ArrowRight: '→' };
  return names[key] ?? (key !== key.toLowerCase() ? `Shift + ${key}` : key.toUpperCase());
}
