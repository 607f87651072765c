import { join } from 'node:path';
import { openBrowser } from '../e2e/browser.ts';
import { makeLongMeeting, SEVEN_CHANNELS } from '../fixtures/meeting/index.ts';
import type { Bench } from './context.ts';
import { changes } from './player/changes.ts';
import { firstFrame } from './player/first-frame.ts';
import { lowData } from './player/low-data.ts';
import { slowLine } from './player/slow-line.ts';
import { weights } from './player/weights.ts';
import { published } from './server/published.ts';
import { startServer } from './server/start.ts';

const MINUTES = 5;

/** The player in Chromium: what it weighs, how soon it shows and changes, and what it costs where data are dear. */
export const player: Bench = {
  name: 'player',
  about: 'the meeting page and its player in Chromium',
  async run(context) {
    const folder = await context.folder('player');
    const data = join(folder, 'data');
    const { file, channels } = await makeLongMeeting({ file: join(folder, 'pilots.mkv'), hours: MINUTES / 60, channels: SEVEN_CHANNELS, picture: { width: 640, height: 360, kilobits: 600 } });
    const { slug } = await published({ data, file, title: 'Pilot tones', more: ['--starts', '2026-03-12T10:00:00-04:00'] });
    await using server = await startServer(data, { settings: { OPENFLOOR_ROLES: 'serve' } });
    const path = `/en/meetings/${slug}`;
    const address = new URL(path, server.url).href;
    const browser = await openBrowser();
    try {
      return [
        ...await weights(browser, server.url, path), ...await slowLine(browser, server.url, path), ...await firstFrame(browser, address),
        ...await changes(browser, address, channels, (line) => context.say(line)), ...await lowData(browser, address),
      ];
    } finally {
      await browser.close();
    }
  },
};
