import type { Word } from '@openfloor/words';
import type { ColumnType } from 'kysely';
import type { Deed, Part } from './correct/change.domain.ts';
import type { Hole, OutsideSegment, SetByPeople, SourceSegment } from './correct/text-state.domain.ts';
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
    former_sound: string | null;
    next_segment: number;
    created_at: Date;
    updated_at: Date;
  };
  segments: {
    text_id: string;
    number: number;
    start_ms: number;
    end_ms: number;
    text: string;
    words: NullableJson<readonly Word[]>;
    speaker: string | null;
    language: string | null;
    edited: SetByPeople[];
    origins: number[];
    confidence: number | null;
    unspoken: boolean;
  };
  text_sources: { text_id: string; segments: Json<readonly SourceSegment[]>; outside: Json<readonly OutsideSegment[]>; holes: Json<readonly Hole[]> };
  text_changes: {
    text_id: string;
    number: number;
    version: number;
    at: Date;
    actor: string;
    deed: Deed;
    before: Json<Part>;
    after: Json<Part>;
    undoes: number | null;
    undone_by: number | null;
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
