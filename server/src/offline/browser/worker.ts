import { answerPage } from './answer-page.ts';
import { answerSound } from './answer-sound.ts';
import { askedFor, languageOf } from './asked-for.ts';
import { readFile } from './saved-store.ts';
import { dropOtherShells, keepShell, readShellFile } from './shell.ts';
import type { WorkerScope } from './worker-scope.ts';

// The service worker. Pages always come from the network when it answers; what is kept here serves without one.
// A new build is a new worker: it takes over at once, which is safe because nothing old is ever served beside something new.

const worker = self as unknown as WorkerScope;

async function install(): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const languages = new Set(pages.map(({ url }) => languageOf(new URL(url).pathname)).filter((language) => language !== null));
  await Promise.all([...languages].map(keepShell));
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  await dropOtherShells();
  // The browser asks for the page while the worker starts, so that nobody waits for it.
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

/** Names of files change with their content, so one that is kept is the right one. */
const answerAsset = async (request: Request): Promise<Response> => await readShellFile(request) ?? await readFile(request.url) ?? fetch(request);

worker.addEventListener('install', (event) => { event.waitUntil(install()); });
worker.addEventListener('activate', (event) => { event.waitUntil(activate()); });
worker.addEventListener('fetch', (event) => {
  const asked = askedFor(event.request, worker.location.origin);
  if (asked === 'page') event.respondWith(answerPage(event));
  else if (asked === 'asset') event.respondWith(answerAsset(event.request));
  else if (asked === 'sound') event.respondWith(answerSound(event.request));
});
