import type { LagBasis } from '@openfloor/words';
import type { JSONColumnType } from 'kysely';

type Json<T> = JSONColumnType<T & object, string, string>;

export type LagTables = {
  channel_speech: {
    recording_id: string;
    channel: string;
    edges: Json<readonly number[]>;
  };
  channel_lags: {
    meeting_id: string;
    channel: string;
    points: Json<readonly (readonly [floorMs: number, lagMs: number, confidence: number, basis: LagBasis])[]>;
    with_words: boolean;
    made_from: string;
    version: number;
    measured_at: Date;
  };
};
