import { registerWorker } from './register-worker.ts';
import { failureOf, SaveFailure } from './save-failure.ts';
import { savePage, type Wanted } from './save-page.ts';
import { saveSound, type Onlooker } from './save-sound.ts';
import { bytesHere, findSaved, type Saved } from './saved-store.ts';

/**
 * Saves a channel: the page, then its sound. Rejects with the signal's reason when it is stopped, else with a
 * `SaveFailure`. What has been fetched until then is kept, and the next call goes on from there.
 */
export async function saveChannel(wanted: Wanted, onlooker: Onlooker, signal: AbortSignal): Promise<Saved> {
  // Two windows that write the same pieces would mix them up.
  return navigator.locks.request(`openfloor-save ${wanted.slug} ${wanted.channel}`, { ifAvailable: true }, async (lock) => {
    if (!lock) throw new SaveFailure('busy');
    try {
      await registerWorker();
      const saved = await saveSound(await savePage(wanted, signal), onlooker, signal);
      // Asks that the browser doesn't clear it away when space gets short; without a yes it is kept as long as it goes.
      await navigator.storage.persist().catch(() => false);
      return saved;
    } catch (error) {
      if (signal.aborted) throw error;
      const begun = await findSaved(wanted.slug, wanted.channel);
      throw await failureOf(error, begun ? begun.bytes - bytesHere(begun) : 0);
    }
  });
}
