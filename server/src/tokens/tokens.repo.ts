import type { ColumnType } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { KeptToken, TokenInfo } from './token.domain.ts';
import type { TokenStore } from './tokens.ports.ts';

type TokenTables = {
  tokens: { id: string; name: string; hash: ColumnType<Uint8Array, Buffer>; created_at: Date; created_by: string };
};

const INFO = ['name', 'created_at', 'created_by'] as const;
const toInfo = (row: { readonly name: string; readonly created_at: Date; readonly created_by: string }): TokenInfo =>
  ({ name: row.name, createdAt: row.created_at.toISOString(), createdBy: row.created_by });

/** Tokens in PostgreSQL. */
export class TokenRepo implements TokenStore {
  readonly #db;

  constructor(db: Db) {
    this.#db = db.$extendTables<TokenTables>();
  }

  async insert({ id, name, hash, createdAt, createdBy }: KeptToken): Promise<boolean> {
    const made = await this.#db.insertInto('tokens').values({ id, name, hash: Buffer.from(hash), created_at: new Date(createdAt), created_by: createdBy })
      .onConflict((conflict) => conflict.column('name').doNothing()).returning('id').executeTakeFirst();
    return made !== undefined;
  }

  async find(id: string): Promise<KeptToken | null> {
    const row = await this.#db.selectFrom('tokens').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? { ...toInfo(row), id: row.id, hash: row.hash } : null;
  }

  async list(): Promise<readonly TokenInfo[]> {
    return (await this.#db.selectFrom('tokens').select(INFO).orderBy('name').execute()).map(toInfo);
  }

  async remove(name: string): Promise<TokenInfo | null> {
    const row = await this.#db.deleteFrom('tokens').where('name', '=', name).returning(INFO).executeTakeFirst();
    return row ? toInfo(row) : null;
  }
}
