import type { Segment } from '@openfloor/words';
import type { JSONColumnType } from 'kysely';
import type { RecognitionState } from './recognition.domain.ts';

export type RecognitionTables = {
  recognitions: {
    id: string;
    meeting_id: string;
    recording_id: string;
    channel: string;
    language: string;
    state: RecognitionState;
    wanted_model: string | null;
    any_language: boolean;
    engine: string | null;
    model: string | null;
    hints: number;
    position_ms: number;
    duration_ms: number;
    failure: string | null;
    created_at: Date;
    updated_at: Date;
  };
  recognised_passages: {
    recognition_id: string;
    start_ms: number;
    segments: JSONColumnType<readonly Segment[], string, string>;
  };
};
