import type { Db } from '#platform/db/index.ts';
import type { KeptToken, TokenInfo } from './token.domain.ts';

/** Opens the store within a transaction, or outside of any. */
export type OpenTokenStore = (db: Db) => TokenStore;

/** Tokens as they are kept. */
export interface TokenStore {
  /** False where a token has this name already. */
  insert(token: KeptToken): Promise<boolean>;
  find(id: string): Promise<KeptToken | null>;
  /** By name. */
  list(): Promise<readonly TokenInfo[]>;
  /** Null where there is none of this name. */
  remove(name: string): Promise<TokenInfo | null>;
}
