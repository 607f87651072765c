import type { Still } from '../core/storyboard.ts';

/** Shows a still as large as its holder allows; a still is a piece of a sheet, so it is scaled as a whole. */
export function fitStill(picture: HTMLElement, still: Still | null): void {
  picture.hidden = still === null;
  if (!still) return;
  const room = picture.parentElement?.getBoundingClientRect();
  const scale = room && room.width > 0 ? Math.min(room.width / still.width, room.height / still.height) : 1;
  Object.assign(picture.style, {
    width: `${still.width}px`, height: `${still.height}px`, transform: `translate(-50%, -50%) scale(${scale})`,
    backgroundImage: `url("${still.url}")`, backgroundPosition: `-${still.x}px -${still.y}px`,
  });
}
