/** Gives all that is known by now, with those asked for if there are any; `version` names the state of the data that the asker trusts. */
export type RememberEach<K, T> = (version: string, keys: Iterable<K>) => Promise<ReadonlyMap<K, T>>;

/**
 * Remembers things for as long as the data stay as they are, and reads those that are missing at once.
 * @param read gives those of the keys that there are
 * @param most how many are remembered
 */
export function rememberEach<K, T>(most: number, read: (keys: readonly K[]) => Promise<Iterable<readonly [K, T]>>): RememberEach<K, T> {
  let state = '';
  let known = new Map<K, T>();
  return async (version, keys) => {
    if (version !== state) [state, known] = [version, new Map<K, T>()];
    // What is read for an older state must not get among what is known of a newer one.
    let mine = known;
    const asked = new Set(keys);
    const missing = [...asked].filter((key) => !mine.has(key));
    if (missing.length === 0) return mine;
    const found = [...await read(missing)];
    if (mine.size + found.length > most) {
      const kept = new Map([...mine].filter(([key], n) => n >= mine.size - most / 2 || asked.has(key)));
      if (mine === known) known = kept;
      mine = kept;
    }
    for (const [key, value] of found) mine.set(key, value);
    return mine;
  };
}
