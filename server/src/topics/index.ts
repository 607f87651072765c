import type { Db } from '#platform/db/index.ts';
import { Lexicons, type Lexicon } from './tagging/lexicon.ts';
import { conceptSource, TagRepo } from './tagging/tagging.repo.ts';
import { Tagging, type TaggingDeps } from './tagging/tagging.service.ts';
import { VocabularyRepo } from './vocabularies/vocabularies.repo.ts';
import { Vocabularies, type VocabulariesDeps } from './vocabularies/vocabularies.service.ts';

/** Vocabularies, on a database. */
export const createVocabularies = (deps: Omit<VocabulariesDeps, 'openStore'>): Vocabularies => new Vocabularies({ ...deps, openStore: (db) => new VocabularyRepo(db) });

/** The topics of moments, on a database. */
export const createTagging = ({ version, ...deps }: Omit<TaggingDeps, 'openStore' | 'lexicons'> & { /** Changes whenever anything in the database may have changed. */ readonly version?: () => Promise<string> }): Tagging =>
  new Tagging({ ...deps, openStore: (db) => new TagRepo(db), lexicons: new Lexicons(conceptSource(deps.database.db), version) });

/** What the concepts in use are called, ready to be found. */
export const lexiconOf = (db: Db): Promise<Lexicon> => new Lexicons(conceptSource(db)).current();

export { candidatesOf, FEATURES } from './tagging/evidence.domain.ts';
export { findLabels } from './tagging/find-labels.domain.ts';
export { phrasesOf, type Phrases, type TagConcept } from './tagging/phrases.domain.ts';
export { surest, tagMoments } from './tagging/tag.domain.ts';
export { tagRoutes } from './tagging/tags.routes.ts';
export { TagDecisions } from './tagging/tags.schema.ts';
export type { Tagging } from './tagging/tagging.service.ts';
export type { KeptTag } from './tagging/tagging.ports.ts';
export { topicReader } from './view/topic-view.repo.ts';
export { COUNTED_MOMENTS } from './view/topic-index.repo.ts';
export type { CountedTopic, SpokenTopic, TopicGroup, TopicIndex, TopicLink, TopicReader, TopicsTogether, TopicView } from './view/topic-view.ports.ts';
export { topicRoutes } from './view/topics.routes.ts';
export { TopicsQuery } from './view/topics.schema.ts';
export type { Topic } from './topics.ports.ts';
export { ensureTopics } from './topics.repo.ts';
export type { TopicTables } from './topics.tables.ts';
export { bringOwnVocabulary, OWN_SCHEME } from './vocabularies/own-vocabulary.ts';
export { vocabularyRoutes } from './vocabularies/vocabularies.routes.ts';
export { VocabularyFiles, VocabularyQuery, VocabularyUse } from './vocabularies/vocabularies.schema.ts';
export type { Imported, Vocabularies } from './vocabularies/vocabularies.service.ts';
export type { KeptScheme } from './vocabularies/vocabularies.ports.ts';
