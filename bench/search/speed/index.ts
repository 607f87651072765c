import { join } from 'node:path';
import type { Context } from '../../context.ts';
import { load } from '../../measure/load.ts';
import { memoryOf, treeOf } from '../../measure/processes.ts';
import { quantile } from '../../measure/statistics.ts';
import type { Figure } from '../../report/figures.ts';
import { startServer } from '../../server/start.ts';
import { fillArchive } from './filled-archive.ts';
import { plainSearch } from './plain.ts';
import { readPools } from './pools.ts';
import { questions, type Question } from './questions.ts';

const CLIENTS = 16;
const QUESTIONS = 3000;
const WARM_UP_SECONDS = 10;
const SECONDS = 20;
const WORDS_A_TEXT = 60;
/** From this size on one client has to wait no longer than twice as long. */
const LARGE = 3_000_000;

/** How fast search answers over an archive of so many texts of moments, in six languages, out of real sentences; beside PostgreSQL's own search. */
export async function searchSpeed(context: Context): Promise<readonly Figure[]> {
  const { rows } = context.options;
  const data = join(await context.folder('search'), 'data');
  const pools = await readPools();
  const asked = questions(pools, QUESTIONS);
  context.say(`an archive of ${rows} texts is made and indexed, then indexed by plain PostgreSQL`);
  const { more: plain, ...filling } = await fillArchive(data, pools, rows, (database) => plainSearch(database, asked.slice(0, 300)));
  // Without a worker: nothing runs behind what is measured.
  await using server = await startServer(data, { settings: { OPENFLOOR_ROLES: 'serve' } });
  // Each address is asked once, so that no answer is one that was kept.
  let begun = 0;
  const ask = async (clients: number, seconds: number) => {
    const from = begun;
    const measured = await load({ origin: server.url, path: (n) => addressOf(asked[(from + n) % asked.length], from + n), clients, seconds });
    begun += measured.milliseconds.length;
    return measured;
  };
  await ask(1, WARM_UP_SECONDS);
  const one = await ask(1, SECONDS);
  const many = await ask(CLIENTS, SECONDS);
  const millions = `${Math.round(rows / 1000)} thousand texts`;
  const memory = treeOf(server.pid).map(({ pid, name }) => ({ name, mb: memoryOf(pid)?.peakMb ?? 0 }));
  const ofServer = memory.filter(({ name }) => !name.includes('postgres')).reduce((sum, { mb }) => sum + mb, 0);
  const spoken = rows * WORDS_A_TEXT;
  return [
    { what: `search over ${millions}, 1 client: median`, measured: quantile(one.milliseconds, 0.5), unit: 'ms', compared: { with: 'plain PostgreSQL', value: plain.medianMs } },
    { what: `search over ${millions}, 1 client: 95 of 100 answers within`, measured: quantile(one.milliseconds, 0.95), unit: 'ms', compared: { with: 'plain PostgreSQL', value: plain.p95Ms }, must: { of: 'value', most: rows >= LARGE ? 40 : 20 }, note: 'Over HTTP, with excerpts in up to three languages and facets; plain PostgreSQL answers in its own process, in one language, without facets.' },
    { what: `search over ${millions}, ${CLIENTS} clients: answers a second`, measured: many.perSecond, unit: '/s', ...(rows < LARGE && { must: { of: 'value', least: 150 } as const }), note: 'Reader, server and database share the cores.' },
    { what: `search over ${millions}, ${CLIENTS} clients: 95 of 100 answers within`, measured: quantile(many.milliseconds, 0.95), unit: 'ms', ...(rows < LARGE && { must: { of: 'value', most: 200 } as const }) },
    { what: 'index: words a second, from texts to answers', measured: spoken / filling.seconds, unit: '/s', compared: { with: 'plain PostgreSQL', value: spoken / plain.seconds }, must: { of: 'value', least: 500_000 } },
    { what: 'index: CPU time', measured: filling.cpuSeconds, unit: 's' },
    { what: 'index: disk, for each text with its words', measured: filling.diskBytes / filling.texts, unit: 'bytes', compared: { with: 'plain PostgreSQL', value: plain.diskBytes / plain.texts } },
    { what: 'index: time to put in one more meeting of 3 h in six languages', measured: filling.putMs, unit: 'ms', must: { of: 'value', most: 2000 } },
    { what: 'server: memory at most', measured: ofServer, unit: 'MB' },
  ];
}

function addressOf(question: Question | undefined, n: number): string {
  const { text = '', language = 'en', body } = question ?? {};
  return `/api/v1/search?${new URLSearchParams({ q: text, lang: language, ...(body !== undefined && { body }), n: String(n) }).toString()}`;
}
