import type { Browser } from 'playwright-core';
import { median } from '../measure/statistics.ts';
import type { Figure } from '../report/figures.ts';

const TIMES = 7;
type FrameWindow = Window & { openfloorFirstFrame?: Promise<number> };

/** From pressing play until the first picture of the meeting is shown, in ms, each time in a browser that has nothing. */
export async function firstFrame(browser: Browser, address: string): Promise<Figure[]> {
  const runs: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate(() => {
      let pressed = 0;
      document.addEventListener('click', ({ timeStamp }) => { pressed = timeStamp; }, { capture: true, once: true });
      (window as FrameWindow).openfloorFirstFrame = new Promise((resolve) => {
        const wait = (): void => {
          const media = document.querySelector('video');
          if (media) media.requestVideoFrameCallback((_now, { presentationTime }) => resolve(presentationTime - pressed));
          else setTimeout(wait, 2);
        };
        wait();
      });
    });
    await page.locator('openfloor-stage button.play').click();
    runs.push(await page.evaluate(() => (window as FrameWindow).openfloorFirstFrame ?? Number.NaN));
    await context.close();
  }
  return [{ what: 'first frame after pressing play, cold cache', measured: median(runs), unit: 'ms', runs, must: { of: 'value', most: 1000 } }];
}
