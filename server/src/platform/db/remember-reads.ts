export interface RememberOptions {
  /** Changes whenever anything that was read may have changed. */
  readonly version: () => Promise<string>;
  /** How many reads are remembered, the latest asked for; default 200. */
  readonly most?: number;
}

/** Gives what a read gave before, or reads; `key` names what is read, for everybody alike. */
export type Remember = <T>(key: string, read: () => Promise<T>) => Promise<T>;

interface Kept {
  readonly version: string;
  readonly value: Promise<unknown>;
}

/**
 * Remembers reads for as long as the data stay as they are: one meeting is shown at many addresses, one for each moment,
 * channel and language. Several who ask at once wait for one reading; a failure is nobody's answer but his who asked.
 */
export function rememberReads({ version, most = 200 }: RememberOptions): Remember {
  const kept = new Map<string, Kept>();
  return async <T>(key: string, read: () => Promise<T>): Promise<T> => {
    // Asked before the reading: what changes meanwhile makes a later version, and is read again.
    const present = await version().catch(() => null);
    if (present === null) return read();
    const found = kept.get(key);
    kept.delete(key);
    const value = found?.version === present ? found.value as Promise<T> : read();
    kept.set(key, { version: present, value });
    if (kept.size > most) kept.delete(kept.keys().next().value ?? '');
    value.catch(() => { if (kept.get(key)?.value === value) kept.delete(key); });
    return value;
  };
}
