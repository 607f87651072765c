/** What the worker has to do with a request; nothing with all that isn't named here: API, events, feeds, embeds, pictures. */
export type AskedFor = 'page' | 'asset' | 'sound';

interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly destination: string;
  readonly url: string;
}

const PAGE = /^\/((ar|zh|en|fr|ru|es)(\/.*)?)?$/;
const SOUND_FILE = /^\/media\/.+\/((voice|sound)-[^/]*\.mp4|download\.m4a)$/;

/**
 * Tells by the request alone, without looking anything up, whether it concerns the worker. The sound of the player comes
 * by scripts, so only what an `<audio>` itself asks for is a saved sound.
 */
export function askedFor({ method, mode, destination, url }: Asked, origin: string): AskedFor | null {
  const address = new URL(url);
  if (method !== 'GET' || address.origin !== origin) return null;
  if (mode === 'navigate') return destination === 'document' && PAGE.test(address.pathname) ? 'page' : null;
  if (address.pathname.startsWith('/assets/')) return 'asset';
  return destination === 'audio' && SOUND_FILE.test(address.pathname) ? 'sound' : null;
}

/** The language of a page's address; null where it names none. */
export const languageOf = (pathname: string): string | null => /^\/(ar|zh|en|fr|ru|es)(\/|$)/.exec(pathname)?.[1] ?? null;
