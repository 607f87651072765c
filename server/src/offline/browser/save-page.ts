import { assetsIn, soundIn } from './check-saved.ts';
import { SaveFailure } from './save-failure.ts';
import { findSaved, fromRoot, keepFile, keepRecord, dropPieces, readFile, type Saved, type Spoken } from './saved-store.ts';

/** What somebody wants to save: a channel of a meeting, by the page that plays it. */
export interface Wanted {
  readonly slug: string;
  readonly channel: string;
  /** Address of the page, from the root. */
  readonly page: string;
}

/**
 * Saves the text: the page as the server renders it, with its styles and scripts. Gives the record to which the sound is
 * added: one begun before, when it is of the same sound.
 */
export async function savePage(wanted: Wanted, signal: AbortSignal): Promise<Saved> {
  const answer = await fetch(wanted.page, { signal, cache: 'no-cache' });
  if (!answer.ok || answer.redirected) throw new SaveFailure('failed');
  const text = await answer.clone().text();
  const address = soundIn(text);
  if (address === null) throw new SaveFailure('failed');
  const sound = fromRoot(address, location.href);
  const assets = assetsIn(text);
  await keepFile(wanted.page, answer);
  await Promise.all(assets.map(async (asset) => {
    if (await readFile(asset)) return;
    const file = await fetch(asset, { signal });
    if (!file.ok) throw new SaveFailure('failed');
    await keepFile(asset, file);
  }));
  const before = await findSaved(wanted.slug, wanted.channel);
  if (before && before.sound !== sound) await dropPieces(before);
  const begun = before?.sound === sound ? before : { tag: null, type: 'audio/mp4', bytes: 0, pieces: [] };
  const page = new DOMParser().parseFromString(text, 'text/html');
  const saved: Saved = {
    ...wanted, sound, assets, tag: begun.tag, type: begun.type, bytes: begun.bytes, pieces: begun.pieces, replaced: false, savedAt: Date.now(),
    title: spoken(page, 'h1'), channelName: spoken(page, '[data-channel-name]'),
  };
  await keepRecord(saved);
  return saved;
}

function spoken(page: Document, selector: string): Spoken {
  const element = page.querySelector(selector);
  const marked = element?.matches('[lang]') ? element : element?.querySelector('[lang]');
  const root = page.documentElement;
  return { text: element?.textContent?.trim() ?? '', lang: marked?.getAttribute('lang') ?? root.lang, dir: marked?.getAttribute('dir') ?? (marked ? 'auto' : root.dir) };
}
