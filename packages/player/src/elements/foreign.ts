import { chooseChannel, orderChannels } from '../core/choose-channel.ts';
import type { PlayerData, PlayerTurn } from '../core/player-data.ts';
import { speakerColours } from '../core/interventions.ts';
import { parseTime } from '../core/time-address.ts';
import { shareOf } from '../core/timeline.ts';
import { loadMessages, PLAYER_LANGUAGES, type PlayerMessages } from '../locales/index.ts';
import { make, sign } from './make.ts';
import { FOREIGN_STYLE } from './foreign-style.ts';
import { readMeeting, type ForeignMeeting } from './foreign-meeting.ts';

const HANDS = 'M9.500 2.500a1.300 1.300 0 0 1 1.300 1.300V10h.800V2.800a1.300 1.300 0 0 1 2.600 0V10h.800V4.300a1.300 1.300 0 0 1 2.600 0v9.200l1.300-1.900a1.400 1.400 0 0 1 2.300 1.500l-3 5.700A6.600 6.600 0 0 1 12.400 22 6.400 6.400 0 0 1 6 15.600V6.300a1.300 1.300 0 0 1 2.600 0V10h-.400V3.800a1.300 1.300 0 0 1 1.300-1.300z';
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Fills a `<openfloor-player src>` on a page of another site with what Openfloor's own pages carry. `address` is that of
 * the meeting's page, with `?t=` and `&ch=` as there. False when the meeting can't be watched.
 */
export async function buildFrom(player: HTMLElement, address: string, signal: AbortSignal): Promise<boolean> {
  const page = new URL(address, document.baseURI);
  const asked = player.lang || document.documentElement.lang || navigator.language;
  const uiLanguage = PLAYER_LANGUAGES.find((tag) => asked.toLowerCase().startsWith(tag)) ?? 'en';
  const [meeting, messages] = await Promise.all([readMeeting(page, uiLanguage, signal), loadMessages(uiLanguage)]);
  if (!meeting || signal.aborted) return false;
  const data = dataOf(meeting, page, uiLanguage, messages);
  const open = chooseChannel(data.channels, { asked: page.searchParams.get('ch'), uiLanguage });
  addStyle();
  player.classList.add('openfloor-foreign');
  player.lang = uiLanguage;
  player.dir = uiLanguage === 'ar' ? 'rtl' : 'ltr';
  const json = make('script', { type: 'application/json' });
  json.textContent = JSON.stringify(data);
  const media = meeting.hasPicture ? make('video', { preload: 'none', playsinline: '', 'aria-label': meeting.title }) : make('audio', { preload: 'none', 'aria-label': meeting.title });
  if (media instanceof HTMLVideoElement && meeting.poster !== null) media.poster = meeting.poster;
  // Set before the parts are there, as they read it at once.
  player.append(json, bar(data, open?.key ?? '', messages), make('div', { class: 'watch' }, stage(media, meeting.hasPicture), timeline(data)));
  return true;
}

function dataOf(meeting: ForeignMeeting, page: URL, uiLanguage: string, messages: PlayerMessages): PlayerData {
  const colours = speakerColours(meeting.turns.map(({ name }) => name));
  const turns: readonly PlayerTurn[] = meeting.turns.map((turn) => ({ ...turn, capacity: null, colour: colours.get(turn.name) ?? 1 }));
  return {
    meeting: meeting.slug, uiLanguage, hls: meeting.hls, hasPicture: meeting.hasPicture, durationMs: meeting.durationMs,
    startMs: parseTime(page.searchParams.get('t')) ?? 0, storyboard: meeting.storyboard, events: null, turns,
    captions: meeting.captions,
    lags: new URL(`/api/v1/meetings/${encodeURIComponent(meeting.slug)}/lag`, page).href,
    ...(meeting.secondPicture && { secondPicture: meeting.secondPicture }),
    channels: meeting.channels.map((channel) => ({ ...channel, name: channel.role === 'floor' ? messages.floor : channel.name })),
  };
}

function bar(data: PlayerData, open: string, messages: PlayerMessages): HTMLElement {
  const pills = orderChannels(data.channels).map(({ key, language, name, role }) => {
    const radio = make('input', { type: 'radio', name: 'ch', value: key });
    radio.checked = key === open;
    return make('label', { class: 'pill', part: 'channel' }, radio, make('span', role === 'floor' ? {} : { lang: language, dir: 'auto' }, name));
  });
  if (data.secondPicture?.channel != null) {
    pills.push(make('label', { class: 'pill pill-view', part: 'channel sign-language' }, make('input', { type: 'checkbox', 'data-second-picture': '' }), sign(HANDS), make('span', {}, messages.signLanguage)));
  }
  return make('openfloor-channels' as 'div', { class: 'listen', part: 'channels' }, make('fieldset', {}, make('legend', {}, messages.listenIn), make('div', { class: 'pills', 'data-bar': '' }, ...pills)));
}

function stage(media: HTMLMediaElement, hasPicture: boolean): HTMLElement {
  return make('openfloor-stage' as 'div', { class: 'stage' }, make('div', { class: hasPicture ? 'screen' : 'screen screen-sound', part: 'screen', 'data-screen': '' }, media));
}

/** Time runs left to right in every language. */
function timeline({ turns, durationMs }: PlayerData): HTMLElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of [['width', '100%'], ['height', '100%'], ['aria-hidden', 'true']] as const) svg.setAttribute(name, value);
  for (const turn of turns) {
    const rect = document.createElementNS(SVG, 'rect');
    const width = shareOf(turn.endMs - turn.startMs, durationMs);
    const place = { x: `${shareOf(turn.startMs, durationMs) * 100}%`, y: '30%', height: '70%', width: `${width * 100}%`, class: `speaker-${turn.colour}` };
    for (const [name, value] of Object.entries(place)) rect.setAttribute(name, value);
    svg.append(rect);
  }
  const lane = make('div', { class: 'lane', part: 'lane', 'data-lane': '' });
  lane.append(svg);
  return make('openfloor-timeline' as 'div', { class: 'timeline', part: 'timeline', dir: 'ltr' }, lane);
}

let styled = false;

function addStyle(): void {
  if (styled) return;
  styled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(FOREIGN_STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
