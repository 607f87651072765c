import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../e2e/browser.ts';
import { listenIn, press } from '../../e2e/listening.ts';
import { makeTestMeeting, type TestMeeting } from '../../fixtures/meeting/index.ts';
import { median } from '../measure/statistics.ts';
import type { Figure } from '../report/figures.ts';
import { overhear, playFrom, watchRouting, type Overheard } from './page-ear.ts';
import { placesOf, worst, type Place } from './places.ts';

const REFERENCE = '/reference.mp4';
const REFERENCE_SEEKS = 6;
const SETTLE_MS = 700;
const MOST_VISITS = 3;
const DOUBTFUL_MS = 10;
const ONE_FRAME_MS = 40;

interface Heard {
  readonly place: Place['name'];
  readonly offMs: number;
  readonly flashOffMs: number;
  readonly right: boolean;
}

/**
 * Plays the meeting in Chromium as a viewer does, in each channel at its start, in its middle and at its end, and compares
 * when clicks are heard with when white frames are shown. What the way from the element to our ear itself adds is measured
 * first, on a plain video file.
 */
export async function inBrowser(meeting: TestMeeting, page: string, folder: string, say: (line: string) => void): Promise<Figure[]> {
  const browser = await openBrowser();
  try {
    const lags = await referenceLags(browser, new URL('/en/help', page).href, folder);
    const precision = Math.max(...[lags.plain, lags.routed].flatMap((own) => own.map((one) => Math.abs(one - median(own)))));
    say(`the ear in the browser: late by ${median(lags.plain).toFixed(1)} ms, through Web Audio by ${median(lags.routed).toFixed(1)} ms, ±${precision.toFixed(1)} ms`);
    const heard = await channels(await open(browser, page), meeting, ({ routed }) => median(routed ? lags.routed : lags.plain), folder);
    return figures(meeting, heard, precision);
  } finally {
    await browser.close();
  }
}

async function open(browser: Browser, address: string): Promise<Page> {
  // Our ear is a script that the pages' policy rightly refuses.
  const page = await browser.newPage({ bypassCSP: true });
  await watchRouting(page);
  await page.goto(address);
  return page;
}

interface Lags {
  readonly plain: readonly number[];
  readonly routed: readonly number[];
}

/**
 * How late clicks are heard, seek by seek, of a plain MP4 file in which they and the white frames are at the same time:
 * as browsers play it, and through Web Audio.
 */
async function referenceLags(browser: Browser, address: string, folder: string): Promise<Lags> {
  const { file, clicks } = await makeTestMeeting({
    file: join(folder, 'reference.mp4'), durationSeconds: 24, channels: [{ id: 'floor', language: 'mul' }], picture: { width: 640, height: 360 }, clicks: { first: 4, every: 8 },
  });
  const body = await readFile(file);
  const page = await open(browser, address);
  await page.route(`**${REFERENCE}`, (route) => route.fulfill({ body, contentType: 'video/mp4' }));
  await page.evaluate(async (from) => {
    const media = document.createElement('video');
    media.src = URL.createObjectURL(await (await fetch(from)).blob());
    document.body.append(media);
    await media.play();
  }, REFERENCE);
  const listen = async (): Promise<number[]> => {
    const lags: number[] = [];
    for (let seek = 0; seek < REFERENCE_SEEKS; seek += 1) {
      const click = clicks[seek % clicks.length] ?? 0;
      const heard = await visit(page, { name: 'start', from: click / 1000 - 2.5, seconds: 4, clicks: [click] }, folder);
      lags.push((heard.clicks[0] ?? Number.NaN) - (heard.flashes[0] ?? Number.NaN));
    }
    return lags.filter(Number.isFinite);
  };
  const plain = await listen();
  await page.evaluate(async () => {
    const context = new AudioContext();
    const media = document.querySelector('video');
    if (media) context.createMediaElementSource(media).connect(context.destination);
    await context.resume();
  });
  const routed = await listen();
  await page.close();
  return { plain, routed };
}

type LagOf = (heard: Overheard) => number;

async function channels(page: Page, meeting: TestMeeting, lagOf: LagOf, folder: string): Promise<Heard[]> {
  const heard: Heard[] = [];
  await press(page);
  for (const channel of meeting.channels) {
    await listenIn(page, channel.id);
    await page.waitForTimeout(SETTLE_MS);
    for (const place of placesOf(meeting, 1)) {
      const { offMs, flashOffMs, pilotHz } = await measure(page, place, lagOf, folder);
      heard.push({ place: place.name, offMs, flashOffMs, right: pilotHz === channel.pilotHz });
    }
  }
  await page.close();
  return heard;
}

interface Reading {
  readonly offMs: number;
  readonly flashOffMs: number;
  readonly pilotHz: number;
}

/** What is heard at a place. A reading that may be the fault of a busy machine is taken twice more, and the middle one counts. */
async function measure(page: Page, place: Place, lagOf: LagOf, folder: string): Promise<Reading> {
  const read = async (): Promise<Reading> => {
    const heard = await visit(page, place, folder);
    const { clicks, flashes, pilotHz } = heard;
    return { offMs: worst(clicks.map((ms) => ms - lagOf(heard)), place.clicks), flashOffMs: worst(flashes, place.clicks), pilotHz };
  };
  const first = await read();
  if (first.offMs <= DOUBTFUL_MS) return first;
  const all = [first, await read(), await read()].toSorted((a, b) => a.offMs - b.offMs);
  return all[1] ?? first;
}

/** Goes to a place and listens; again where the browser, short of time, dropped the one frame that is white or told of it late. */
async function visit(page: Page, place: Place, folder: string): Promise<Overheard> {
  for (let attempt = 1; ; attempt += 1) {
    await playFrom(page, Math.max(0.2, place.from));
    const heard = await overhear(page, place.seconds, folder);
    if (worst(heard.flashes, place.clicks) < ONE_FRAME_MS || attempt === MOST_VISITS) return heard;
  }
}

function figures(meeting: TestMeeting, heard: readonly Heard[], precision: number): Figure[] {
  const at = (name: Place['name']) => Math.max(...heard.filter(({ place }) => place === name).map(({ offMs }) => offMs));
  const what = `in Chromium, ${meeting.channels.length} channels`;
  const note = `Heard through the captured stream of the element; the ear itself is good to ±${precision.toFixed(0)} ms, as found on a plain MP4 file.`;
  return [
    { what: `${what}: click farthest from its true time at the start`, measured: at('start'), unit: 'ms', must: { of: 'value', most: 20 }, note },
    { what: `${what}: click farthest from its true time in the middle`, measured: at('middle'), unit: 'ms', must: { of: 'value', most: 40 }, note },
    { what: `${what}: click farthest from its true time at the end`, measured: at('end'), unit: 'ms', must: { of: 'value', most: 40 }, note },
    { what: `${what}: white frame farthest from its true time`, measured: Math.max(...heard.map(({ flashOffMs }) => flashOffMs)), unit: 'ms', must: { of: 'value', most: 20 } },
    {
      what: `${what}: places where the chosen channel is heard`, measured: heard.filter(({ right }) => right).length, unit: '',
      compared: { with: 'places', value: heard.length }, must: { of: 'ratio', least: 1 },
    },
  ];
}
