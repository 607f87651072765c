import { fromRoot, keepFile, keepRecord, leaveNotice, removeSaved, type Saved } from './saved-store.ts';

/** `unknown`: nobody answered, or not in a way that says anything about this meeting. */
export type Standing = 'same' | 'replaced' | 'removed' | 'unknown';

const GONE = ['meeting_withdrawn', 'meeting_not_found'];

/**
 * Asks the server how a saved meeting stands. A withdrawn or deleted one is removed here too, with a notice. One that is
 * still there gets the page as it is now, so that corrected text comes along, unless the sound is another: then the copy
 * stays whole as it is and is marked as replaced.
 */
export async function checkSaved(saved: Saved): Promise<Standing> {
  const answer = await fetch(saved.page, { headers: { Accept: 'application/problem+json, */*;q=0.1' }, cache: 'no-cache' }).catch(() => null);
  if (!answer) return 'unknown';
  if (answer.status === 410 || answer.status === 404) {
    // Only our own word counts: a hotel's network answers 404 for everything.
    const { code } = await answer.json().catch(() => ({})) as { readonly code?: string };
    if (code === undefined || !GONE.includes(code)) return 'unknown';
    await leaveNotice(saved);
    await removeSaved(saved);
    return 'removed';
  }
  if (!answer.ok) return 'unknown';
  const text = await answer.clone().text();
  const sound = soundIn(text);
  if (sound === null) return 'unknown';
  if (fromRoot(sound, location.href) !== saved.sound) {
    await keepRecord({ ...saved, replaced: true });
    return 'replaced';
  }
  const assets = assetsIn(text);
  if (assets.every((address) => saved.assets.includes(address))) await keepFile(saved.page, answer);
  return 'same';
}

// The worker has no DOM to read a page with; these two are in a form that our own pages alone have.
/** The address of the sound that a page plays; null where there is none. */
export const soundIn = (page: string): string | null => unescape(/<audio [^>]*\bsrc="([^"#]+)/.exec(page)?.[1]);

/** The addresses of the styles, scripts and icons of a page. */
export const assetsIn = (page: string): readonly string[] =>
  [...new Set([...page.matchAll(/<(?:link|script) [^>]*(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address = '']) => address))];

const unescape = (text: string | undefined): string | null => text?.replaceAll('&amp;', '&') ?? null;
