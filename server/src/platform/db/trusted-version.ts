export interface TrustOptions {
  /** How long a version is taken for the present one, in ms; default 500. */
  readonly trustMs?: number;
  /** Milliseconds of a clock that never goes back; for tests. */
  readonly now?: () => number;
}

/** Gives the version; `forget` lets the next one be asked for, after something was changed here. */
export type TrustedVersion = (() => Promise<string>) & { readonly forget: () => void };

/**
 * Asks for a version once in a while instead of for each of many requests. All that keep something by the version share
 * one of these: what one makes of what another kept is then never older than the version that it bears.
 */
export function trustVersion(ask: () => Promise<string>, { trustMs = 500, now = () => performance.now() }: TrustOptions = {}): TrustedVersion {
  let known: { readonly at: number; readonly version: Promise<string> } | undefined;
  const forget = (): void => { known = undefined; };
  const version = (): Promise<string> => {
    if (!known || now() - known.at >= trustMs) {
      known = { at: now(), version: ask() };
      // A failure is nobody's version.
      known.version.catch(forget);
    }
    return known.version;
  };
  return Object.assign(version, { forget });
}
