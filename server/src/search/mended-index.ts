import { isAppError } from '#platform/errors/index.ts';
import type { SearchIndex } from './search.ports.ts';

const AGAIN_MS = 60_000;

/** An index that is made anew when somebody asks it and finds that it isn't there; whoever asked is told all the same. */
export function mendedIndex(index: SearchIndex, mend: () => Promise<void>): SearchIndex {
  let asked = -Infinity;
  const told = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      if (isAppError(error) && error.code === 'search_away' && performance.now() - asked > AGAIN_MS) {
        asked = performance.now();
        // A database that only reads can't be told; the answer stays the same.
        await mend().catch(() => undefined);
      }
      throw error;
    }
  };
  return {
    put: (tx, meeting) => index.put(tx, meeting),
    remove: (tx, meetingId) => index.remove(tx, meetingId),
    rebuild: (meetings, swapped) => index.rebuild(meetings, swapped),
    find: (query) => told(index.find(query)),
    complete: (beginning, language, limit) => told(index.complete(beginning, language, limit)),
    correct: (text, language, names) => told(index.correct(text, language, names)),
  };
}
