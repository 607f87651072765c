/** A token as it is told of: never with what proves it. */
export interface TokenInfo {
  /** For whom or what it is; the name that the history shows. */
  readonly name: string;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  /** Name of whoever made it. */
  readonly createdBy: string;
}

/** A token as it is kept. */
export interface KeptToken extends TokenInfo {
  /** The part of the token that finds it; no secret. */
  readonly id: string;
  /** SHA-256 of the secret part. */
  readonly hash: Uint8Array;
}

const FORM = /^of_([A-Za-z0-9]{12})_([A-Za-z0-9_-]{43})$/;

/** A token as it is written: `of_`, 12 letters that find it, 43 that prove it (256 random bits). */
export const tokenText = (id: string, secret: string): string => `of_${id}_${secret}`;

/** The two parts of a token; null for anything else. */
export function parseToken(text: string): { readonly id: string; readonly secret: string } | null {
  const [, id, secret] = FORM.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}
