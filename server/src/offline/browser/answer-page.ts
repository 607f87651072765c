import { languageOf } from './asked-for.ts';
import { checkSaved } from './check-saved.ts';
import { fromRoot, isWhole, listSaved, readFile, type Saved } from './saved-store.ts';
import { keepShell, readShell } from './shell.ts';
import type { AskEvent } from './worker-scope.ts';

/** How long the network may take before a saved page is shown instead, in ms: a line of 50 kbit/s answers within 3 s. */
const PATIENCE_MS = 12_000;

/** A page from the network, whatever it says; only without an answer one that is kept here. */
export async function answerPage(event: AskEvent): Promise<Response> {
  const address = new URL(event.request.url);
  const saved = (await listSaved().catch(() => [])).filter((one) => concerns(one, address));
  const readable = saved.some(isWhole);
  try {
    const answer = await withinPatience(fromNetwork(event), readable);
    if (answer.status === 410 || answer.status === 404) event.waitUntil(Promise.all(saved.map(checkSaved)));
    const language = languageOf(address.pathname);
    if (answer.ok && language !== null) event.waitUntil(keepShell(language).catch(() => undefined));
    return answer;
  } catch {
    return await keptPage(address, saved) ?? Response.error();
  }
}

async function fromNetwork({ request, preloadResponse }: AskEvent): Promise<Response> {
  return await preloadResponse ?? fetch(request);
}

function withinPatience(answer: Promise<Response>, limited: boolean): Promise<Response> {
  if (!limited) return answer;
  const { promise, reject } = Promise.withResolvers<Response>();
  const waiting = setTimeout(() => { reject(new Error('The network takes too long.')); }, PATIENCE_MS);
  return Promise.race([answer.finally(() => { clearTimeout(waiting); }), promise]);
}

/** The page of the meeting itself, or one below it, in any language. */
function concerns({ slug }: Saved, { pathname }: URL): boolean {
  const [, , kind, asked = ''] = pathname.split('/');
  return kind === 'meetings' && (asked === slug || asked === encodeURIComponent(slug));
}

async function keptPage(address: URL, saved: readonly Saved[]): Promise<Response | undefined> {
  const language = languageOf(address.pathname);
  const whole = saved.filter(isWhole);
  const same = whole.find(({ page }) => isSamePage(page, address));
  if (same) return readFile(same.page);
  const wish = address.searchParams.get('ch');
  const other = whole.find(({ channel }) => channel === wish) ?? whole[0];
  if (other) return Response.redirect(withTime(other.page, address), 302);
  if (/^\/[a-z]{2}\/saved\/?$/.test(address.pathname)) return readShell('saved', language);
  return readShell('offline', language);
}

/** The same page and channel; the time to begin at is the page's own affair. */
function isSamePage(page: string, { pathname, searchParams, href }: URL): boolean {
  const kept = new URL(page, href);
  return kept.pathname === pathname && kept.searchParams.get('ch') === searchParams.get('ch');
}

function withTime(page: string, asked: URL): string {
  const to = new URL(page, asked);
  const t = asked.searchParams.get('t');
  if (t !== null) to.searchParams.set('t', t);
  return new URL(fromRoot(to.href, asked.href), asked).href;
}
