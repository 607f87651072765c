/**
 * Where the second picture lies and how large it is, without pixels, so that it fits any screen and mirrors with the
 * page. `x` and `y` (0 to 1) share out the room that is left beside it, from the line's beginning and from the top;
 * `size` (0 to 1) is its share of the screen.
 */
export interface SecondPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A box in pixels; `start` is counted from where lines begin. */
export interface Box {
  readonly start: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Room = Pick<Box, 'width' | 'height'>;

/** At the end of the lines, below: where broadcasters put it. */
export const FIRST_PLACE: SecondPlace = { x: 1, y: 1, size: 0.35 };
const SIZES = [0.25, 0.35, 0.5, 0.7];
const [LEAST, MOST] = [0.15, 0.8];
// Three buttons of a finger's width have to stand in it.
const LEAST_WIDTH_PX = 148;

/** The box of a place on a screen; `aspect` is the picture's width by its height. */
export function boxOf(place: SecondPlace, room: Room, aspect: number): Box {
  const whole = Math.min(room.width, room.height * aspect);
  const width = Math.min(whole, Math.max(place.size * whole, LEAST_WIDTH_PX));
  const height = width / aspect;
  return { start: place.x * (room.width - width), top: place.y * (room.height - height), width, height };
}

/** The place whose box begins at `start` and `top`, kept on the screen. */
export function placeAt(place: SecondPlace, at: Pick<Box, 'start' | 'top'>, room: Room, aspect: number): SecondPlace {
  const { width, height } = boxOf(place, room, aspect);
  const share = (offset: number, left: number): number => (left <= 0 ? 0 : within(offset / left, 0, 1));
  return { ...place, x: share(at.start, room.width - width), y: share(at.top, room.height - height) };
}

/** The place whose box is `width` wide, within reason. */
export function sizedTo(place: SecondPlace, width: number, room: Room, aspect: number): SecondPlace {
  return { ...place, size: within(width / Math.min(room.width, room.height * aspect), LEAST, MOST) };
}

/** A step aside, as shares of the room that is left. */
export function stepped(place: SecondPlace, x: number, y: number): SecondPlace {
  return { ...place, x: within(place.x + x, 0, 1), y: within(place.y + y, 0, 1) };
}

/** One size up or down, a little. */
export function grown(place: SecondPlace, by: number): SecondPlace {
  return { ...place, size: within(place.size + by, LEAST, MOST) };
}

/** The next of the four corners, round and round; from between them, the nearest one. */
export function nextCorner({ x, y, size }: SecondPlace): SecondPlace {
  const at = CORNERS.findIndex(([cx, cy]) => cx === x && cy === y);
  const [cx, cy] = CORNERS[(at + 1) % CORNERS.length] ?? [1, 1];
  return at === -1 ? { x: Math.round(x), y: Math.round(y), size } : { x: cx, y: cy, size };
}

/** The next of four sizes, round and round. */
export function nextSize(place: SecondPlace): SecondPlace {
  return { ...place, size: SIZES.find((size) => size > place.size + 0.01) ?? SIZES[0] ?? FIRST_PLACE.size };
}

/** Reads a place that was kept; what isn't one gives the first place. */
export function readPlace(kept: unknown): SecondPlace {
  const { x, y, size } = typeof kept === 'object' && kept !== null ? kept as Partial<Record<string, unknown>> : {};
  if (typeof x !== 'number' || typeof y !== 'number' || typeof size !== 'number' || Number.isNaN(x + y + size)) return FIRST_PLACE;
  return { x: within(x, 0, 1), y: within(y, 0, 1), size: within(size, LEAST, MOST) };
}

const CORNERS = [[1, 1], [0, 1], [0, 0], [1, 0]] as const;
const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
