import type { Actor } from '#access/index.ts';
import type { AuditLog } from '#audit/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { RdfSource } from '../skos/read-rdf.ts';
import { readSkos } from '../skos/read-skos.ts';
import type { LeftOut } from '../skos/skos.domain.ts';
import { placeConcepts } from './place-concepts.ts';
import type { KeptScheme, OpenVocabularyStore, SlugOf, VocabularyStore } from './vocabularies.ports.ts';
import { turtleOf } from './write-turtle.ts';

export interface VocabulariesDeps {
  readonly database: Database;
  readonly openStore: OpenVocabularyStore;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly slugOf: SlugOf;
  /** Told in the transaction in which concepts change, so that moments are tagged anew; these meetings have lost tags by it already. */
  readonly changed: (tx: Tx, meetingIds: readonly string[]) => Promise<void>;
}

/** What came of taking a vocabulary in. */
export interface Imported {
  readonly schemes: readonly string[];
  readonly concepts: number;
  /** Concepts that the schemes had and that weren't among what came: kept, and no longer used. */
  readonly withdrawn: number;
  /** Labels by language. */
  readonly labels: Readonly<Record<string, number>>;
  readonly leftOut: readonly LeftOut[];
}

/** The vocabularies that topics come from. */
export class Vocabularies {
  readonly #deps;
  readonly #store: VocabularyStore;

  constructor(deps: VocabulariesDeps) {
    this.#deps = deps;
    this.#store = deps.openStore(deps.database.db);
  }

  /**
   * Takes a vocabulary in. A concept that is known by its URI keeps its address and gets the labels and links it has now; nothing
   * is removed. Throws `vocabulary_invalid`; then nothing has changed.
   */
  async import(actor: Actor, sources: readonly RdfSource[], madeFrom = sources.map(({ name }) => name).join(', ')): Promise<Imported> {
    actor.require('topic:manage');
    const { schemes, concepts, leftOut } = await readSkos(sources);
    return this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      await store.lock();
      await store.putSchemes(schemes, madeFrom, this.#deps.clock.now());
      await store.putConcepts(placeConcepts(concepts, await store.addresses(), this.#deps.slugOf));
      const uris = schemes.map(({ uri }) => uri);
      const withdrawn = await store.withdrawOthers(uris, concepts.map(({ uri }) => uri));
      await this.#deps.audit.record(tx, actor, 'vocabulary.import', { type: 'vocabulary', id: uris[0] ?? '' }, { from: madeFrom, concepts: concepts.length, withdrawn });
      await this.#deps.changed(tx, []);
      return { schemes: uris, concepts: concepts.length, withdrawn, labels: countLabels(concepts), leftOut };
    });
  }

  /** The schemes, by URI. */
  list(): Promise<readonly KeptScheme[]> {
    return this.#store.schemes();
  }

  /** Whether a scheme came from just this. */
  async isMadeFrom(uri: string, madeFrom: string): Promise<boolean> {
    return await this.#store.madeFrom(uri) === madeFrom;
  }

  /** Lets a scheme be used for tagging and searching, or not; its topics keep their pages. Throws `not_found`. */
  async use(actor: Actor, uri: string, used: boolean): Promise<void> {
    await this.#change(actor, uri, used ? 'vocabulary.use' : 'vocabulary.rest', async (store) => (await store.use(uri, used, this.#deps.clock.now()) ? { told: {}, meetings: [] } : null));
  }

  /** Removes a scheme with all its concepts that no meeting has. Throws `not_found`. */
  remove(actor: Actor, uri: string): Promise<{ readonly removed: number; readonly kept: number }> {
    return this.#change(actor, uri, 'vocabulary.remove', async (store) => {
      const done = await store.remove(uri);
      return done && { told: { removed: done.removed, kept: done.kept }, meetings: done.meetings };
    });
  }

  /** A scheme as Turtle, or all of them, piece by piece. */
  turtle(scheme: string | null): AsyncGenerator<string> {
    return turtleOf(this.#store, scheme);
  }

  async #change<T extends Readonly<Record<string, unknown>>>(actor: Actor, uri: string, deed: string, change: (store: VocabularyStore) => Promise<{ readonly told: T; readonly meetings: readonly string[] } | null>): Promise<T> {
    actor.require('topic:manage');
    return this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      await store.lock();
      const done = await change(store);
      if (!done) throw new AppError('not_found', { what: 'vocabulary', id: uri });
      await this.#deps.audit.record(tx, actor, deed, { type: 'vocabulary', id: uri }, { ...done.told });
      await this.#deps.changed(tx, done.meetings);
      return done.told;
    });
  }
}

function countLabels(concepts: readonly { readonly labels: Readonly<Record<string, string>>; readonly otherLabels: Readonly<Record<string, readonly string[]>> }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { labels, otherLabels } of concepts) {
    for (const language of Object.keys(labels)) counts[language] = (counts[language] ?? 0) + 1;
    for (const [language, more] of Object.entries(otherLabels)) counts[language] = (counts[language] ?? 0) + more.length;
  }
  return counts;
}
