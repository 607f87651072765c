import { VocabularyRepo } from './vocabularies/vocabularies.repo.ts';
import { Vocabularies, type VocabulariesDeps } from './vocabularies/vocabularies.service.ts';

/** Vocabularies, on a database. */
export const createVocabularies = (deps: Omit<VocabulariesDeps, 'openStore'>): Vocabularies => new Vocabularies({ ...deps, openStore: (db) => new VocabularyRepo(db) });

export type { Topic } from './topics.ports.ts';
export { ensureTopics } from './topics.repo.ts';
export type { TopicTables } from './topics.tables.ts';
export { bringOwnVocabulary, OWN_SCHEME } from './vocabularies/own-vocabulary.ts';
export { vocabularyRoutes } from './vocabularies/vocabularies.routes.ts';
export { VocabularyFiles, VocabularyQuery, VocabularyUse } from './vocabularies/vocabularies.schema.ts';
export type { Imported, Vocabularies } from './vocabularies/vocabularies.service.ts';
export type { KeptScheme } from './vocabularies/vocabularies.ports.ts';
