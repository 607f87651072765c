import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { tokenActor, type Actor } from '#access/index.ts';
import type { AuditLog } from '#audit/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { parseToken, tokenText, type TokenInfo } from './token.domain.ts';
import type { OpenTokenStore } from './tokens.ports.ts';

export interface TokensDeps {
  readonly database: Database;
  readonly openStore: OpenTokenStore;
  readonly clock: Clock;
  readonly audit: AuditLog;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ID_LETTERS = 12;

/** Tokens with which people and programs correct texts over the network, until the desk brings accounts. */
export class Tokens {
  readonly #deps;
  readonly #store;

  constructor(deps: TokensDeps) {
    this.#deps = deps;
    this.#store = deps.openStore(deps.database.db);
  }

  /** Makes a token, which is told this once: only a hash of it is kept. Throws `name_taken`. */
  async create(actor: Actor, name: string): Promise<TokenInfo & { readonly token: string }> {
    actor.require('token:manage');
    const id = [...randomBytes(ID_LETTERS)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
    const secret = randomBytes(32).toString('base64url');
    const info = { name, createdAt: this.#deps.clock.now().toISOString(), createdBy: actor.name };
    await this.#deps.database.transaction(async (tx) => {
      if (!await this.#deps.openStore(tx).insert({ ...info, id, hash: hashOf(secret) })) throw new AppError('name_taken', { name });
      await this.#deps.audit.record(tx, actor, 'token.create', { type: 'token', id: name });
    });
    return { ...info, token: tokenText(id, secret) };
  }

  /** The tokens that hold, by name. */
  async list(actor: Actor): Promise<readonly TokenInfo[]> {
    actor.require('token:manage');
    return this.#store.list();
  }

  /** Ends a token at once. Throws `not_found`. */
  async revoke(actor: Actor, name: string): Promise<TokenInfo> {
    actor.require('token:manage');
    return this.#deps.database.transaction(async (tx) => {
      const removed = await this.#deps.openStore(tx).remove(name);
      if (!removed) throw new AppError('not_found', { what: 'token', id: name });
      await this.#deps.audit.record(tx, actor, 'token.revoke', { type: 'token', id: name });
      return removed;
    });
  }

  /** Who shows this token; throws `token_unknown`. How long it takes tells nothing about a secret. */
  async actorOf(text: string): Promise<Actor> {
    const parts = parseToken(text);
    const kept = parts && await this.#store.find(parts.id);
    if (!parts || !kept || !timingSafeEqual(hashOf(parts.secret), kept.hash)) throw new AppError('token_unknown');
    return tokenActor(kept.name);
  }
}

/** A plain hash: the secret is random and long, so there is nothing to guess. */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
