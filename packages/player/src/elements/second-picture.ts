import { boxOf, grown, nextCorner, nextSize, placeAt, sizedTo, stepped, type SecondPlace } from '../core/second-place.ts';
import { followPicture } from '../engine/picture-follower.ts';
import { openSilentPicture } from '../engine/silent-picture.ts';
import type { PlayerMessages } from '../locales/index.ts';
import { button } from './button.ts';
import { drag } from './drag.ts';
import { make } from './make.ts';
import { rememberedSecond, rememberSecond } from './memory.ts';
import type { PlayerElement } from './player-element.ts';
import { secondName } from './second-name.ts';

const MOVE = 'M12 2l3.5 3.5h-2.5v5.500h5.500v-2.500l3.500 3.500-3.500 3.500v-2.500h-5.500v5.500h2.500l-3.500 3.500-3.500-3.500h2.500v-5.500h-5.500v2.500l-3.500-3.500 3.500-3.500v2.500h5.500v-5.500h-2.500z';
const SIZE = 'M4 4h7v2H7.400l4 4L10 11.400l-4-4V11H4zM20 20h-7v-2h3.600l-4-4 1.400-1.400 4 4V13h2z';
const HIDE = 'M6.400 5 5 6.400 10.600 12 5 17.600 6.400 19l5.600-5.600 5.600 5.600 1.400-1.400-5.600-5.600L19 6.400 17.600 5 12 10.600z';
const EDGE_PX = 10;
const STEP = 0.08;
const GROW = 0.05;

/** Puts the second picture over the first: it follows it, and can be moved, resized and hidden by hand or key. Removed by `signal`. */
export function addSecondPicture(player: PlayerElement, messages: PlayerMessages, screen: HTMLElement, signal: AbortSignal): void {
  const { core, media } = player;
  const second = core.data.secondPicture;
  if (!second) return;
  const name = secondName(second, messages);
  const picture = make('video', { playsinline: '', tabindex: '-1', 'aria-hidden': 'true' });
  picture.muted = true;
  picture.disableRemotePlayback = true; // it belongs beside the other, and Safari's Media Source asks for it
  const move = button('move', messages.moveSecond, MOVE, () => put(nextCorner(place)));
  const size = button('size', messages.sizeSecond, SIZE, () => put(nextSize(place)));
  const hide = button('hide', messages.hideSecond, HIDE, () => {
    player.showSecondPicture(false);
    player.querySelector<HTMLElement>('.toggle')?.focus(); // the focus must not be lost with the button
  });
  size.classList.add('second-size');
  hide.classList.add('second-hide');
  const failed = make('p', { class: 'second-failed', role: 'status' });
  const frame = make('div', { class: 'second-picture', role: 'group', 'aria-label': name, part: 'second-picture' }, picture, failed, make('div', { class: 'second-tools' }, move, size, hide));

  let aspect = second.width > 0 && second.height > 0 ? second.width / second.height : 16 / 9;
  const room = (): { width: number; height: number } => ({ width: screen.clientWidth - 2 * EDGE_PX, height: screen.clientHeight - 2 * EDGE_PX });
  const mirrored = (): number => (getComputedStyle(screen).direction === 'rtl' ? -1 : 1);
  let { place } = rememberedSecond();
  const draw = (): void => {
    const { start, top, width, height } = boxOf(place, room(), aspect);
    Object.assign(frame.style, { insetInlineStart: `${start + EDGE_PX}px`, insetBlockStart: `${top + EDGE_PX}px`, inlineSize: `${width}px`, blockSize: `${height}px` });
    // The buttons stand where the picture has room to grow.
    const [up, back] = [place.y > 0.5, place.x > 0.5];
    frame.dataset['grows'] = `${up ? 'up' : 'down'} ${back ? 'back' : 'on'}`;
    screen.dispatchEvent(new Event('second-placed'));
    frame.classList.toggle('is-mirrored', (up === back) !== (mirrored() === 1)); // the sign of growing points the other way
  };
  const put = (to: SecondPlace): void => {
    place = to;
    draw();
    rememberSecond({ place });
  };
  draw();
  // Parts of a meeting may have pictures of another shape.
  picture.addEventListener('resize', () => {
    if (picture.videoWidth > 0 && picture.videoHeight > 0) aspect = picture.videoWidth / picture.videoHeight;
    draw();
  }, { signal });
  const observer = new ResizeObserver(draw);
  observer.observe(screen);

  const onKey = (where: HTMLElement, act: (key: string) => SecondPlace | null): void => where.addEventListener('keydown', (event) => {
    const to = event.ctrlKey || event.altKey || event.metaKey ? null : act(event.key);
    if (!to) return;
    event.preventDefault();
    put(to);
  });
  onKey(move, (key) => {
    const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
    const [x, y] = steps[key] ?? [0, 0];
    return key in steps ? stepped(place, x * mirrored(), y) : null;
  });
  onKey(size, (key) => (['ArrowUp', 'ArrowRight', '+'].includes(key) ? grown(place, GROW) : ['ArrowDown', 'ArrowLeft', '-'].includes(key) ? grown(place, -GROW) : null));
  // Both begin anew from where the hand took hold, so that rounding doesn't add up.
  drag(frame, move, () => {
    const [from, { start, top }] = [place, boxOf(place, room(), aspect)];
    return (dx, dy) => put(placeAt(from, { start: start + dx * mirrored(), top: top + dy }, room(), aspect));
  });
  drag(size, size, () => {
    const [from, { width }] = [place, boxOf(place, room(), aspect)];
    const [aside, down] = [from.x > 0.5 ? -mirrored() : mirrored(), from.y > 0.5 ? -1 : 1];
    return (dx, dy) => put(sizedTo(from, width + Math.max(dx * aside, dy * down * aspect), room(), aspect));
  });

  screen.append(frame);
  screen.dispatchEvent(new Event('second-placed'));
  signal.addEventListener('abort', () => { observer.disconnect(); frame.remove(); screen.dispatchEvent(new Event('second-placed')); }, { once: true });
  followPicture(picture, media, signal);
  const fail = (): void => { failed.textContent = messages.secondFailed; };
  void openSilentPicture(picture, new URL(second.hls, document.baseURI).href, core.state.timeMs / 1000, fail, signal).catch(fail);
}
