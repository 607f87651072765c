import { existsSync } from 'node:fs';
import type { Bench } from './context.ts';
import { inBrowser } from './sync/browser.ts';
import { decoded } from './sync/decoded.ts';

/** Sound and picture of the long meeting after publishing: decoded, and as a viewer hears it. */
export const sync: Bench = {
  name: 'sync',
  about: 'sound and picture of the published meeting, by clicks, white frames and pilot tones',
  async run(context) {
    const { server, meetingId } = await context.publication();
    const meeting = await context.meeting();
    const figures = await decoded(meeting, `${server.url}/media/${meetingId}/master.m3u8`);
    if (!existsSync(process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium')) {
      context.say('Chromium is not installed, so nothing was played; npm test installs it');
      return figures;
    }
    return [...figures, ...await inBrowser(meeting, `${server.url}/en/meetings/long-meeting`, await context.folder('sync'), (line) => context.say(line))];
  },
};
