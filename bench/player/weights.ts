import type { Browser } from 'playwright-core';
import { press } from '../../e2e/listening.ts';
import type { Figure } from '../report/figures.ts';
import { bytesOf, watchTraffic, type Transfer } from './traffic.ts';

const KIB = 1024;
const CODE = new Set(['Script', 'Stylesheet']);
const SETTLE_MS = 3000;

/** What pages weigh with a cold cache, compressed as they go over the line. */
export async function weights(browser: Browser, origin: string, meeting: string): Promise<Figure[]> {
  const open = async (path: string, playing: boolean) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    const transfers = await watchTraffic(page);
    await page.goto(new URL(path, origin).href, { waitUntil: 'networkidle' });
    const before = [...transfers];
    if (playing) {
      await press(page);
      await page.waitForTimeout(SETTLE_MS);
    }
    await page.close();
    return { before, after: [...transfers] };
  };
  const search = (await open('/en/search?q=meeting', false)).before;
  const { before, after } = await open(meeting, true);
  const code = (all: readonly Transfer[]) => all.filter(({ kind }) => CODE.has(kind));
  const isMedia = ({ kind, type, path }: Transfer): boolean => kind === 'Media' || kind === 'Font' || /^(audio|video|image)\//.test(type) || path.endsWith('.mp4');
  const kib = (all: readonly Transfer[]): number => bytesOf(all) / KIB;
  const note = 'Cold cache, compressed, heads of the answers included, fonts apart.';
  return [
    { what: 'text page with search: script', measured: kib(search.filter(({ kind }) => kind === 'Script')), unit: 'KiB', must: { of: 'value', most: 15 }, note },
    { what: 'text page with search: all of it', measured: kib(search.filter(({ kind }) => kind !== 'Font')), unit: 'KiB', note },
    { what: 'meeting page before play: script and style', measured: kib(code(before)), unit: 'KiB', must: { of: 'value', most: 70 }, note },
    { what: 'meeting page before play: requests', measured: before.length, unit: '', must: { of: 'value', most: 15 } },
    { what: 'meeting page after play, without media', measured: kib(after.filter((one) => !isMedia(one))), unit: 'KiB', must: { of: 'value', most: 260 }, note },
  ];
}
