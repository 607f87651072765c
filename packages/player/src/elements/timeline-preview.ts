import type { PlayerData, PlayerTurn } from '../core/player-data.ts';
import { parseStoryboard, stillAt, type Still } from '../core/storyboard.ts';
import { formatClock } from '../core/time-address.ts';
import { make } from './make.ts';

/** The small card over the timeline: still, time, speaker. */
export interface Preview {
  readonly element: HTMLElement;
  show(ms: number, turn: PlayerTurn | null, lane: HTMLElement): void;
  hide(): void;
}

/** Makes the preview; the storyboard is fetched when it is first shown. */
export function createPreview(data: PlayerData, signal: AbortSignal): Preview {
  const picture = make('div', { class: 'preview-still' });
  const time = make('span', { class: 'preview-time', dir: 'ltr' });
  const name = make('bdi', { class: 'preview-name' });
  const element = make('div', { class: 'preview', part: 'preview', 'aria-hidden': 'true' }, picture, time, name);
  element.hidden = true;
  let stills: readonly Still[] | null = null;
  let shownMs = 0;

  const fetchStills = async (): Promise<void> => {
    if (stills || data.storyboard === null) return;
    stills = [];
    const address = new URL(data.storyboard, document.baseURI).href;
    const answer = await fetch(address, { signal });
    if (!answer.ok) return;
    stills = parseStoryboard(await answer.text(), address);
    drawStill(picture, stillAt(stills, shownMs));
  };

  return {
    element,
    show(ms, turn, lane) {
      shownMs = ms;
      void fetchStills().catch(() => undefined); // without stills the card still says who and when
      time.textContent = formatClock(ms);
      name.textContent = turn?.name ?? '';
      drawStill(picture, stillAt(stills ?? [], ms));
      element.hidden = false;
      place(element, lane, ms / data.durationMs);
    },
    hide() {
      element.hidden = true;
    },
  };
}

function drawStill(picture: HTMLElement, still: Still | null): void {
  picture.hidden = still === null;
  if (!still) return;
  Object.assign(picture.style, {
    width: `${still.width}px`, height: `${still.height}px`,
    backgroundImage: `url("${still.url}")`, backgroundPosition: `-${still.x}px -${still.y}px`,
  });
}

/** Centres the card over the time, kept inside the lane. Measured from the left: time runs that way in every page. */
function place(element: HTMLElement, lane: HTMLElement, share: number): void {
  const [room, width] = [lane.clientWidth, element.offsetWidth];
  const left = Math.min(Math.max(0, share * room - width / 2), Math.max(0, room - width));
  element.style.transform = `translateX(${Math.round(left)}px)`;
}
