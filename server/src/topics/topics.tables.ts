import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { LocalizedText } from '#platform/i18n/index.ts';

export type TopicTables = {
  topics: {
    id: Generated<string>;
    slug: string;
    uri: string | null;
    labels: ColumnType<LocalizedText, string, string>;
    /** Its labels, folded for searching. */
    search_text: GeneratedAlways<string>;
  };
};
