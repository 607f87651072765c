// The pages that stand in for others while there is no network, as this build made them.

declare const OPENFLOOR_BUILD: string;
declare const OPENFLOOR_SHELL: readonly string[];

const PREFIX = 'openfloor-shell-';
const CACHE = `${PREFIX}${OPENFLOOR_BUILD}`;
const PAGES = ['offline', 'saved'] as const;

/** Fetches both pages of a language with their styles and scripts, once for each build. */
export async function keepShell(language: string): Promise<void> {
  const cache = await caches.open(CACHE);
  const wanted = [...PAGES.map((page) => `/${language}/${page}`), ...OPENFLOOR_SHELL];
  const missing = await Promise.all(wanted.map(async (address) => ((await cache.match(address)) ? [] : [address])));
  await cache.addAll(missing.flat().map((address) => new Request(address, { cache: 'no-cache' })));
}

/** The page in this language, else in any that is here. */
export async function readShell(page: (typeof PAGES)[number], language: string | null): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  const own = language === null ? undefined : await cache.match(`/${language}/${page}`);
  if (own) return own;
  const other = (await cache.keys()).find(({ url }) => new URL(url).pathname.endsWith(`/${page}`));
  return other && cache.match(other);
}

/** A style or script of these pages. */
export const readShellFile = async (request: Request): Promise<Response | undefined> => (await caches.open(CACHE)).match(request);

/** Removes what other builds kept. */
export async function dropOtherShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}
