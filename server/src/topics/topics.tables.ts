import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Labels } from './skos/skos.domain.ts';

type Json<T> = ColumnType<T, string | undefined, string>;

export type TopicTables = {
  topics: {
    id: Generated<string>;
    slug: string;
    uri: string | null;
    labels: ColumnType<LocalizedText, string, string>;
    /** Its labels, folded for searching. */
    search_text: GeneratedAlways<string>;
    other_labels: Json<Labels>;
    hidden_labels: Json<Labels>;
    everyday_labels: Json<Labels>;
    notes: Json<LocalizedText>;
    notation: string | null;
    deprecated: Generated<boolean>;
    replaced_by: string | null;
  };
  topic_schemes: { id: Generated<string>; uri: string; titles: Json<LocalizedText>; used: Generated<boolean>; made_from: string; changed_at: Date };
  topics_of_schemes: { topic_id: string; scheme_id: string };
  topic_links: { topic_id: string; kind: 'broader' | 'related'; other_id: string };
  moment_topics: {
    meeting_id: string;
    topic_id: string;
    start_ms: number;
    end_ms: number;
    state: Generated<'suggested' | 'accepted' | 'refused'>;
    sureness: number | null;
    said: Json<Readonly<Record<string, string>>>;
    decided_by: string | null;
    decided_at: Date | null;
  };
  moment_topics_outside: {
    meeting_id: string;
    topic_id: string;
    file: string;
    start_ms: number;
    end_ms: number;
    state: 'accepted' | 'refused';
    decided_by: string | null;
    decided_at: Date | null;
  };
};
