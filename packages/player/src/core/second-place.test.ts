import { describe, expect, it } from 'vitest';
import { boxOf, FIRST_PLACE, grown, nextCorner, nextSize, placeAt, readPlace, sizedTo, stepped } from './second-place.ts';

const room = { width: 960, height: 540 };
const wide = 16 / 9;

describe('the place of the second picture', () => {
  it('is at the end of the lines below, and inside the screen at any place and size', () => {
    expect(boxOf(FIRST_PLACE, room, wide)).toEqual({ start: 624, top: 351, width: 336, height: 189 });
    for (const [width, height, aspect] of [[360, 202, wide], [960, 540, 0.5], [200, 600, wide], [100, 60, 4 / 3]] as const) {
      for (const size of [0.15, 0.8]) {
        const box = boxOf({ x: 1, y: 1, size }, { width, height }, aspect);
        expect(box.start + box.width).toBeLessThanOrEqual(width + 1e-9);
        expect(box.top + box.height).toBeLessThanOrEqual(height + 1e-9);
        expect(Math.min(box.start, box.top)).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('keeps room for its buttons on a phone', () => expect(boxOf(FIRST_PLACE, { width: 360, height: 202 }, wide).width).toBe(148));

  it('follows a hand and stays on the screen', () => {
    expect(placeAt(FIRST_PLACE, { start: 312, top: 0 }, room, wide)).toEqual({ x: 0.5, y: 0, size: 0.35 });
    expect(placeAt(FIRST_PLACE, { start: -50, top: 900 }, room, wide)).toEqual({ x: 0, y: 1, size: 0.35 });
    expect(sizedTo(FIRST_PLACE, 480, room, wide).size).toBe(0.5);
    expect(sizedTo(FIRST_PLACE, 5000, room, wide).size).toBe(0.8);
  });

  it('goes step by step, and no further than the edge', () => {
    expect(stepped({ x: 0.5, y: 0.98, size: 0.3 }, -0.05, 0.05)).toEqual({ x: 0.45, y: 1, size: 0.3 });
    expect(grown({ ...FIRST_PLACE, size: 0.78 }, 0.05).size).toBe(0.8);
  });

  it('goes round the corners and the sizes', () => {
    const corners = [1, 2, 3, 4].reduce<{ x: number; y: number; size: number }[]>((all) => [...all, nextCorner(all.at(-1) ?? FIRST_PLACE)], []);
    expect(corners.map(({ x, y }) => [x, y])).toEqual([[0, 1], [0, 0], [1, 0], [1, 1]]);
    expect(nextCorner({ x: 0.7, y: 0.2, size: 0.3 })).toEqual({ x: 1, y: 0, size: 0.3 });
    expect([0.25, 0.35, 0.4, 0.8].map((size) => nextSize({ ...FIRST_PLACE, size }).size)).toEqual([0.35, 0.5, 0.5, 0.25]);
  });

  it('takes nothing from a store but a place', () => {
    expect(readPlace({ x: 0.2, y: 7, size: 0.01 })).toEqual({ x: 0.2, y: 1, size: 0.15 });
    for (const kept of [null, 'x', {}, { x: 1, y: 1 }, { x: NaN, y: 0, size: 0.3 }]) expect(readPlace(kept)).toEqual(FIRST_PLACE);
  });
});
