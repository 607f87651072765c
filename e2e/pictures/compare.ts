import type { Page } from 'playwright-core';

/** How two pictures differ. */
export interface Difference {
  /** Of the pixels, 0 to 1; 1 where the sizes differ. */
  readonly share: number;
  readonly sizes: readonly [string, string];
}

// Letters drawn by another release of the same font engine differ by less; a missing line or another colour by more.
const CLEARLY = 56;

/** Compares two PNGs in the browser that is there anyway: how many pixels are clearly of another colour. */
export function difference(page: Page, a: Buffer, b: Buffer): Promise<Difference> {
  return page.evaluate(async ([first, second, clearly]) => {
    const pixels = async (base64: string): Promise<ImageData> => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      if (!canvas) throw new Error('this browser has no canvas');
      canvas.drawImage(picture, 0, 0);
      return canvas.getImageData(0, 0, picture.width, picture.height);
    };
    const [one, other] = [await pixels(first), await pixels(second)];
    const sizes = [`${one.width}x${one.height}`, `${other.width}x${other.height}`] as const;
    if (sizes[0] !== sizes[1]) return { share: 1, sizes };
    let different = 0;
    for (let i = 0; i < one.data.length; i += 4) {
      if ([0, 1, 2].some((channel) => Math.abs((one.data[i + channel] ?? 0) - (other.data[i + channel] ?? 0)) > clearly)) different += 1;
    }
    return { share: different / (one.data.length / 4), sizes };
  }, [a.toString('base64'), b.toString('base64'), CLEARLY] as const);
}
