import type { Word } from '@openfloor/words';
import type { ColumnType, GeneratedAlways } from 'kysely';
import type { TextKind, TextProvenance, TextStatus } from './words.domain.ts';

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
};
