import type { Browser } from 'playwright-core';
import { measureChannelChanges, type ChannelChanges, type PilotChannel } from '../../e2e/channel-changes.ts';
import { quantile } from '../measure/statistics.ts';
import type { Figure } from '../report/figures.ts';

const CHANGES = 20;
const POINTING_MS = 650;
const LATENCY_MS = 100;

/** How soon another language is heard, and whether the picture goes on meanwhile as it does when nothing is touched. */
export async function changes(browser: Browser, address: string, channels: readonly PilotChannel[], say: (line: string) => void): Promise<Figure[]> {
  const measure = async (pointingMs: number | null): Promise<ChannelChanges> => {
    const page = await browser.newPage({ hasTouch: true, viewport: { width: 1440, height: 1000 } });
    const measured = await measureChannelChanges({ page, address, channels, changes: CHANGES, pointingMs, latencyMs: LATENCY_MS });
    await page.close();
    return measured;
  };
  say('nothing is touched');
  const control = await measure(null);
  say('pointing, then pressing');
  const pointed = await measure(POINTING_MS);
  say('tapping');
  const tapped = await measure(0);
  const heard = (delays: ChannelChanges['delays']): readonly number[] => delays.map((delay) => delay ?? Infinity);
  const note = `${CHANGES} changes between channels with pilot tones, ${LATENCY_MS} ms added to each request; from the choice until the new pilot is the loudest and stays so.`;
  const gapNote = 'Pictures are told of by the browser; the undisturbed run is as long.';
  return [
    { what: `channel heard after ${POINTING_MS} ms of pointing: median`, measured: pointed.median, unit: 'ms', runs: heard(pointed.delays), must: { of: 'value', most: 50 }, note },
    { what: `channel heard after ${POINTING_MS} ms of pointing: 95 of 100 within`, measured: pointed.p95, unit: 'ms', must: { of: 'value', most: 150 }, note },
    { what: 'channel heard after a tap out of nowhere: median', measured: tapped.median, unit: 'ms', runs: heard(tapped.delays), must: { of: 'value', most: 500 }, note },
    { what: 'channel heard after a tap out of nowhere: longest', measured: Math.max(...heard(tapped.delays)), unit: 'ms', note },
    ...[['while pointing and pressing', pointed] as const, ['while tapping', tapped] as const].flatMap(([what, { gaps }]): Figure[] => [
      {
        what: `between pictures ${what}: 99 of 100 within`, measured: quantile(gaps, 0.99), unit: 'ms', compared: { with: 'undisturbed', value: quantile(control.gaps, 0.99) },
        // A frame more or less of the screen, 17 ms, is chance.
        must: { of: 'ratio', most: 1.25 }, note: gapNote,
      },
      { what: `between pictures ${what}: longest`, measured: gaps[0] ?? Number.NaN, unit: 'ms', compared: { with: 'undisturbed', value: control.gaps[0] ?? Number.NaN }, must: { of: 'ratio', most: 1.5 }, note: gapNote },
    ]),
  ];
}
