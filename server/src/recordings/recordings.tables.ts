import type { TimePiece } from '@openfloor/media';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { PackagedPart, RecordingSources, RecordingState, RenditionKind, StepName, StepState, Storyboard } from './recordings.domain.ts';

type Json<T> = JSONColumnType<T & object, string, string>;
type NullableJson<T> = ColumnType<T | null, string | null, string | null>;

export type RecordingTables = {
  recordings: {
    id: string;
    meeting_id: string;
    state: RecordingState;
    brings_meeting: boolean;
    sources: Json<RecordingSources>;
    parts: Json<readonly PackagedPart[]>;
    duration_ms: number;
    target_seconds: number | null;
    storyboard: NullableJson<Storyboard>;
    poster: string | null;
    version: Generated<number>;
    created_at: Date;
    updated_at: Date;
  };
  recording_steps: {
    recording_id: string;
    step: StepName;
    position: number;
    state: StepState;
    failure: string | null;
    ended_at: Date | null;
  };
  source_files: {
    id: Generated<string>;
    recording_id: string;
    path: string;
    name: string;
    bytes: number;
    sha256: string | null;
    blob_key: string | null;
  };
  time_maps: {
    source_file_id: string;
    version: number;
    pieces: Json<readonly object[]>;
    created_at: Date;
  };
  timeline_moves: {
    meeting_id: string;
    number: number;
    pieces: NullableJson<readonly TimePiece[]>;
    created_at: Date;
  };
  renditions: {
    recording_id: string;
    kind: RenditionKind;
    name: string;
    playlist: string;
    iframes: string | null;
    files: Json<readonly string[]>;
    codec: string;
    width: number | null;
    height: number | null;
    frames_per_second: number | null;
    audio_channels: number | null;
    peak_bits: number;
    average_bits: number;
    iframe_peak_bits: number | null;
    iframe_average_bits: number | null;
    bytes: number;
    duration_ms: number;
    copied: boolean;
    gain_built_in: Generated<boolean>;
  };
  channel_levels: {
    recording_id: string;
    channel: string;
    integrated_lufs: number | null;
    true_peak_dbtp: number | null;
    gain_db: Generated<number>;
    findings: Json<readonly unknown[]>;
  };
};
