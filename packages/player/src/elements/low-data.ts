import { parseStoryboard, stillAt, type Still } from '../core/storyboard.ts';
import type { PlayerMessages } from '../locales/index.ts';
import { make } from './make.ts';
import { fitStill } from './fit-still.ts';
import type { PlayerElement } from './player-element.ts';
import { sayPerMinute } from './say-data.ts';

const MINUTE_MS = 60_000;
const AHEAD_MS = 5000;

/** Stands in for the picture while only sound is fetched: a still every few seconds and what a minute costs. Removed by `signal`. */
export function lowDataScreen(player: PlayerElement, messages: PlayerMessages, withStills: boolean, signal: AbortSignal): HTMLElement {
  const { core } = player;
  const still = make('div', { class: 'low-still' });
  const cost = make('p', { class: 'low-cost', part: 'notice' });
  const element = make('div', { class: 'low-data', part: 'still' }, still, cost);
  if (!withStills) {
    // The poster is there already; words say why it doesn't move.
    element.classList.add('is-sound');
    if (player.media instanceof HTMLVideoElement && player.media.poster !== '') element.style.backgroundImage = `url("${player.media.poster}")`;
    element.append(make('p', { class: 'low-sound', part: 'notice' }, messages.soundOnly));
  }
  let stills: readonly Still[] = [];
  const { storyboard, uiLanguage } = core.data;
  const draw = (): void => fitStill(still, stillAt(stills, core.state.timeMs));
  draw();
  if (withStills && storyboard !== null) {
    const address = new URL(storyboard, document.baseURI).href;
    void fetch(address, { signal }).then(async (answer) => { if (answer.ok) stills = parseStoryboard(await answer.text(), address); draw(); }).catch(() => undefined);
  }
  signal.addEventListener('abort', core.subscribe((now, before) => { if (Math.floor(now.timeMs / 1000) !== Math.floor(before.timeMs / 1000)) draw(); }), { once: true });

  // What is fetched ahead at the beginning is heard later on, and would make the first minute look dear.
  const began = performance.now() + AHEAD_MS;
  const loaded: { readonly at: number; readonly bytes: number }[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry instanceof PerformanceResourceTiming) loaded.push({ at: entry.responseEnd, bytes: entry.transferSize });
  });
  observer.observe({ type: 'resource' });
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - began < MINUTE_MS / 4) return;
    const bytes = loaded.filter(({ at }) => at > Math.max(began, now - MINUTE_MS)).reduce((total, one) => total + one.bytes, 0);
    const minutes = Math.min(MINUTE_MS, now - began) / MINUTE_MS;
    // A foreign server may keep the sizes to itself; then nothing is claimed.
    if (bytes > 0) cost.textContent = sayPerMinute(bytes / minutes, messages, uiLanguage);
  }, 5000);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearInterval(timer);
    element.remove();
  }, { once: true });
  return element;
}
