export interface RememberOptions {
  /** Changes whenever anything that was read may have changed. */
  readonly version: () => Promise<string>;
  /** How long a version is taken for the present one, in ms; default 500. */
  readonly trustMs?: number;
  /** How many reads are remembered, the latest asked for; default 200. */
  readonly most?: number;
  /** Milliseconds of a clock that never goes back; for tests. */
  readonly now?: () => number;
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
export function rememberReads({ version, trustMs = 500, most = 200, now = () => performance.now() }: RememberOptions): Remember {
  const kept = new Map<string, Kept>();
  let known: { readonly at: number; readonly version: Promise<string | null> } | undefined;
  const versionNow = (): Promise<string | null> => {
    if (!known || now() - known.at >= trustMs) known = { at: now(), version: version().catch(() => null) };
    return known.version;
  };
  return async <T>(key: string, read: () => Promise<T>): Promise<T> => {
    // Asked before the reading: what changes meanwhile makes a later version, and is read again.
    const present = await versionNow();
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
