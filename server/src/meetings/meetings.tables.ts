import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { TopicTables } from '#topics/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { RemovedFrom } from './meeting-detail.domain.ts';
import type { ChannelRole, Gap, MeetingState, Provenance, Rights } from './meetings.domain.ts';

/** Written as JSON text: the driver would take an array for a PostgreSQL one. */
type Json<T> = ColumnType<T, string, string>;
type NullableJson<T> = ColumnType<T | null, string | null, string | null>;

export type MeetingTables = TopicTables & {
  bodies: { id: Generated<string>; parent_id: string | null; slug: string; names: Json<LocalizedText>; search_text: GeneratedAlways<string> };
  categories: { id: Generated<string>; parent_id: string | null; path: string; names: Json<LocalizedText> };
  series: { id: Generated<string>; slug: string; titles: Json<LocalizedText>; search_text: GeneratedAlways<string> };
  speakers: { id: Generated<string>; slug: string; names: Json<LocalizedText>; search_text: GeneratedAlways<string> };
  meetings: {
    id: string;
    slug: string;
    state: MeetingState;
    titles: Json<LocalizedText>;
    descriptions: Json<LocalizedText>;
    body_id: string | null;
    series_id: string | null;
    format: string;
    starts_at: Date | null;
    ends_at: Date | null;
    timezone: string;
    symbol: string | null;
    duration_ms: number | null;
    floor_languages: readonly string[];
    rights: NullableJson<Rights>;
    version: number;
    created_at: Date;
    updated_at: Date;
    published_at: Date | null;
    /** Start, else creation: what "newest" means. */
    sort_at: ColumnType<Date, never, never>;
    /** The day of the start in the meeting's own zone. */
    local_day: string | null;
    /** Titles, descriptions and symbol, folded for searching. */
    search_text: GeneratedAlways<string>;
  };
  meeting_removals: { id: string; slug: string; removed_at: Date; places: NullableJson<RemovedFrom> };
  meeting_slugs: { slug: string; meeting_id: string };
  meeting_categories: { meeting_id: string; category_id: string; position: number };
  meeting_topics: { meeting_id: string; topic_id: string; position: number };
  agenda_items: {
    id: Generated<string>;
    meeting_id: string;
    position: number;
    titles: Json<LocalizedText>;
    symbol: string | null;
    start_ms: number | null;
    end_ms: number | null;
  };
  interventions: {
    id: Generated<string>;
    meeting_id: string;
    position: number;
    speaker_id: string;
    capacity: NullableJson<LocalizedText>;
    language: string;
    start_ms: number;
    end_ms: number | null;
    agenda_item_id: string | null;
  };
  documents: {
    id: Generated<string>;
    meeting_id: string;
    position: number;
    symbol: string | null;
    titles: Json<LocalizedText>;
    url: string | null;
  };
  channels: {
    id: Generated<string>;
    meeting_id: string;
    key: string;
    role: ChannelRole;
    language: string;
    label: NullableJson<LocalizedText>;
    provenance: NullableJson<Provenance>;
    gaps: Json<readonly Gap[]>;
    position: number;
  };
};
