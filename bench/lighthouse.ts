import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { openBrowser } from '../e2e/browser.ts';
import { freePort } from '../e2e/nginx.ts';
import { makeLongMeeting, SEVEN_CHANNELS } from '../fixtures/meeting/index.ts';
import type { Bench } from './context.ts';
import type { Figure } from './report/figures.ts';
import { published } from './server/published.ts';
import { startServer } from './server/start.ts';

// But for the findability of what was searched for: search engines are asked to leave results alone.
const LEAST = 95;

/** What Lighthouse makes of the pages that most people see, on the phone and the slow line that it plays. */
export const lighthouseBench: Bench = {
  name: 'lighthouse',
  about: 'scores of Lighthouse with its phone profile',
  async run(context) {
    const folder = await context.folder('lighthouse');
    const data = join(folder, 'data');
    const { file } = await makeLongMeeting({ file: join(folder, 'meeting.mkv'), hours: 0.05, channels: SEVEN_CHANNELS, picture: { width: 640, height: 360, kilobits: 300 } });
    const { slug } = await published({ data, file, title: 'Security sector reform', more: ['--starts', '2026-03-12T10:00:00-04:00'] });
    await using server = await startServer(data, { settings: { OPENFLOOR_ROLES: 'serve' } });
    const port = await freePort();
    const browser = await openBrowser([`--remote-debugging-port=${port}`]);
    try {
      const figures: Figure[] = [];
      for (const [what, path] of [['home', '/en/'], ['meeting', `/en/meetings/${slug}`], ['search', '/en/search'], ['search with results', '/en/search?q=reform']] as const) {
        context.say(what);
        const result = await lighthouse(new URL(path, server.url).href, { port, output: 'json', logLevel: 'silent' });
        if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse could not judge ${path}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
        const { categories, audits } = result.lhr;
        for (const { id: category, title, score, auditRefs } of Object.values(categories)) {
          const lost = auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9).map(({ id }) => id);
          figures.push({
            what: `${what}: ${title}`, measured: Math.round((score ?? Number.NaN) * 100), unit: '',
            ...(!(category === 'seo' && path.includes('?')) && { must: { of: 'value', least: LEAST } }),
            ...(lost.length > 0 && { note: `${what}, ${title}: points were lost by ${lost.join(', ')}.` }),
          });
        }
      }
      return figures;
    } finally {
      await browser.close();
    }
  },
};
