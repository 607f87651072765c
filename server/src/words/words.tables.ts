import type { Word } from '@openfloor/words';
import type { ColumnType, GeneratedAlways } from 'kysely';
import type { KeptRecord } from './record/record.domain.ts';
import type { TextKind, TextProvenance, TextStatus } from './words.domain.ts';

type Json<T> = ColumnType<T, string, string>;
type NullableJson<T> = ColumnType<T | null, string | null, string | null>;

export type WordsTables = {
  texts: {
    id: string;
    meeting_id: string;
    kind: TextKind;
    channel: string;
    language: string;
    status: TextStatus;
    provenance: NullableJson<TextProvenance>;
    version: number;
    created_at: Date;
    updated_at: Date;
  };
  segments: {
    id: GeneratedAlways<string>;
    text_id: string;
    position: number;
    start_ms: number;
    end_ms: number;
    text: string;
    words: NullableJson<readonly Word[]>;
    speaker: string | null;
    language: string | null;
  };
  records: {
    text_id: string;
    turns: Json<KeptRecord['turns']>;
    sentences: Json<KeptRecord['sentences']>;
    stages: Json<KeptRecord['stages']>;
    removed: Json<KeptRecord['removed']>;
    clues: Json<KeptRecord['clues']>;
    placed_by: KeptRecord['placedBy'];
  };
};
