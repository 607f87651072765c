export type { Topic } from './topics.ports.ts';
export { ensureTopics } from './topics.repo.ts';
export type { TopicTables } from './topics.tables.ts';
