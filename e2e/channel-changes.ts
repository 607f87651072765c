import type { Page } from 'playwright-core';
import { beginHearing, delayOf, gapsOf, giveEars, hearingOf } from './hearing.ts';
import { press } from './listening.ts';

/** A channel of the meeting that is listened to. */
export interface PilotChannel {
  readonly id: string;
  readonly pilotHz: number | undefined;
}

/** What a series of channel changes came to; times in ms. `null` stands for a change that was never heard. */
export interface ChannelChanges {
  readonly delays: readonly (number | null)[];
  readonly median: number;
  readonly p95: number;
  /** Longest first, between pictures while channels changed. */
  readonly gaps: readonly number[];
}

export interface ChannelChangesOptions {
  /** The page of a meeting with pilot tones, not yet opened. */
  readonly page: Page;
  readonly address: string;
  readonly channels: readonly PilotChannel[];
  readonly changes: number;
  /** How long a pill is pointed at before it is pressed; 0 for a tap out of nowhere, `null` to touch nothing: the control. */
  readonly pointingMs: number | null;
  /** Added to each request once the meeting plays. */
  readonly latencyMs?: number;
}

const BETWEEN_MS = 2500;

/** Opens a meeting, plays it, changes channels by pointing and pressing, and measures when each is heard. */
export async function measureChannelChanges(options: ChannelChangesOptions): Promise<ChannelChanges> {
  const { page, channels, changes, pointingMs } = options;
  await open(options);
  for (let i = 0; i < changes; i++) {
    const pill = page.locator('label', { has: page.locator(`input[name="ch"][value="${channels[(i + 1) % channels.length]?.id ?? ''}"]`) });
    const box = await pill.boundingBox();
    if (!box) throw new Error('a pill is not in view');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (pointingMs === null) {
      await page.waitForTimeout(800);
    } else if (pointingMs > 0) {
      await page.mouse.move(x, y);
      await page.waitForTimeout(pointingMs);
      await page.mouse.click(x, y);
    } else {
      await page.touchscreen.tap(x, y);
    }
    await page.waitForTimeout(BETWEEN_MS + ((i * 137) % 500)); // never in step with the segments
  }
  const hearing = await hearingOf(page);
  const delays = hearing.choices.map(({ key, at }) => delayOf(hearing, at, channels.find(({ id }) => id === key)?.pilotHz ?? 0));
  const sorted = delays.map((delay) => delay ?? Infinity).sort((a, b) => a - b);
  return { delays, median: sorted[Math.floor(sorted.length / 2)] ?? Infinity, p95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Infinity, gaps: gapsOf(hearing) };
}

async function open({ page, address, channels, latencyMs = 0 }: ChannelChangesOptions): Promise<void> {
  await giveEars(page);
  await page.goto(`${address}?ch=${channels[0]?.id ?? ''}`);
  await press(page);
  await beginHearing(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: latencyMs, downloadThroughput: -1, uploadThroughput: -1 });
  await page.waitForTimeout(2000);
}
