import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { KeptFacts } from './rows.ts';

const MOST = 100_000;

/** Facts by their ids. In one index an id never means anything else, so what is known once stays right. */
export class FactsCache {
  readonly #db;
  #known = new Map<number, KeptFacts>();
  #generation = '';

  constructor(db: Db) {
    this.#db = db;
  }

  /** Those that have gone meanwhile are missing. `generation` names the index. */
  async read(generation: string, ids: Iterable<number>): Promise<ReadonlyMap<number, KeptFacts>> {
    if (generation !== this.#generation) this.#known = new Map<number, KeptFacts>();
    this.#generation = generation;
    const missing: number[] = [];
    for (const id of ids) if (!this.#known.has(id)) missing.push(id);
    if (missing.length > 0) {
      const { rows } = await sql<{ id: number; facts: KeptFacts }>`select id, facts from search.facts where id = any(${missing}::integer[])`.execute(this.#db);
      if (this.#known.size + rows.length > MOST) this.#known = new Map([...this.#known].slice(-MOST / 2));
      for (const { id, facts } of rows) this.#known.set(id, facts);
    }
    return this.#known;
  }
}
