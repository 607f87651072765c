import { captionPlace, type Box } from '../core/caption-place.ts';
import { cuesAt, directionOf, isolated, joinLines, nextChange, type CaptionCue } from '../core/caption-text.ts';
import type { PlayerCaptions } from '../core/player-data.ts';
import { CaptionSource } from './caption-source.ts';
import { rememberedCaptions } from './caption-memory.ts';
import { captionsOnFullScreen } from './caption-track.ts';
import { make } from './make.ts';
import type { PlayerElement } from './player-element.ts';

const SHORTEST_WAIT_MS = 30;

/**
 * Shows captions over the picture, in time, until `signal` aborts. They aren't announced: whoever has them read aloud finds
 * the same words in the text beside the picture, and would otherwise hear them over what is said.
 */
export function showCaptions(player: PlayerElement, captions: PlayerCaptions, screen: HTMLElement, signal: AbortSignal): void {
  const { core, media } = player;
  const box = make('div', { class: 'captions', part: 'captions', lang: captions.language });
  const source = new CaptionSource(new URL(captions.hls, document.baseURI).href, () => draw(), signal);
  const handToBrowser = captionsOnFullScreen(media, captions.language, signal);
  let shown: readonly CaptionCue[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const draw = (): void => {
    if (signal.aborted) return;
    const ms = player.playback.engine ? media.currentTime * 1000 : core.state.timeMs;
    const known = source.around(ms);
    handToBrowser(known);
    const now = cuesAt(known, ms);
    if (now.length !== shown.length || now.some((cue, i) => cue !== shown[i])) {
      shown = now;
      box.replaceChildren(...now.map((cue) => paragraph(cue, captions.language)));
      fit();
    }
    clearTimeout(timer);
    const change = nextChange(known, ms);
    // The element tells of its time four times a second only: too seldom for a caption to come with its word.
    if (change !== null && !media.paused) timer = setTimeout(draw, Math.max(SHORTEST_WAIT_MS, (change - ms) / media.playbackRate));
  };

  /** Lines that are too wide for the screen are laid out by the browser instead. */
  const fit = (): void => {
    for (const [i, element] of [...box.children].entries()) {
      if (element.scrollWidth <= element.clientWidth + 1) continue;
      element.replaceChildren(line(joinLines(shown[i]?.lines ?? [])));
      element.setAttribute('data-joined', '');
    }
  };
  const layAnew = (): void => {
    box.replaceChildren(...shown.map((cue) => paragraph(cue, captions.language)));
    place();
    fit();
  };
  const place = (): void => {
    const { fromStart, fromEnd, atTop } = captionPlace({ width: screen.clientWidth, height: screen.clientHeight }, takenIn(screen));
    box.style.setProperty('--from-start', `${fromStart}px`);
    box.style.setProperty('--from-end', `${fromEnd}px`);
    box.classList.toggle('at-top', atTop);
  };
  const dress = (): void => {
    const { size, background } = rememberedCaptions();
    box.dataset['size'] = size;
    box.dataset['background'] = background;
    layAnew();
  };

  const before = screen.querySelector('.play');
  if (before) before.before(box);
  else screen.append(box);
  screen.classList.add('has-captions');
  dress();
  draw();
  const observer = new ResizeObserver(layAnew);
  observer.observe(screen);
  screen.addEventListener('second-placed', layAnew, { signal });
  player.addEventListener('caption-look', dress, { signal });
  const unsubscribe = core.subscribe(draw);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
    unsubscribe();
    screen.classList.remove('has-captions');
    box.remove();
  }, { once: true });
}

function paragraph({ lines, language }: CaptionCue, whole: string): HTMLElement {
  const own = language ?? whole;
  return make('p', { class: 'caption', part: 'caption', lang: own, dir: directionOf(own) }, ...lines.flatMap((text, i) => (i === 0 ? [line(text)] : [make('br'), line(text)])));
}

const line = (text: string): HTMLElement =>
  make('span', { class: 'caption-line' }, ...isolated(text).map(({ run, dir }) => (dir === null ? run : make('bdi', { dir }, run))));

/** Where sign language stands over the picture. */
function takenIn(screen: HTMLElement): Box | null {
  const frame = screen.querySelector<HTMLElement>('.second-picture');
  if (!frame) return null;
  const { offsetLeft, offsetTop: top, offsetWidth: width, offsetHeight: height } = frame;
  const start = getComputedStyle(screen).direction === 'rtl' ? screen.clientWidth - offsetLeft - width : offsetLeft;
  return { start, top, width, height };
}
