/** A box over the picture, in pixels from its start and top edges. */
export interface Box {
  readonly start: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where captions stand: how far they keep from both sides, and whether at the bottom or at the top. */
export interface CaptionPlace {
  readonly fromStart: number;
  readonly fromEnd: number;
  readonly atTop: boolean;
}

/** Two lines of the usual size take about this share of the picture's height, with the distance from its edge. */
const STRIP = 0.3;
/** Beside something, captions need this share of the width to be read in two lines. */
const ROOM = 0.55;

/** Keeps captions away from what somebody put over the picture: beside it where there is room, else above it. */
export function captionPlace(screen: { readonly width: number; readonly height: number }, taken: Box | null): CaptionPlace {
  const free = { fromStart: 0, fromEnd: 0, atTop: false };
  if (!taken || taken.top + taken.height <= screen.height * (1 - STRIP)) return free;
  const before = taken.start;
  const after = screen.width - taken.start - taken.width;
  const beside = before >= after ? { ...free, fromEnd: screen.width - before } : { ...free, fromStart: screen.width - after };
  if (Math.max(before, after) >= screen.width * ROOM) return beside;
  return taken.top >= screen.height * STRIP ? { ...free, atTop: true } : beside;
}
