import type { ColumnType } from 'kysely';
import type { ClipQuote } from './clip.domain.ts';

export type ClipTables = {
  clips: {
    id: string;
    meeting_id: string;
    sameness: string;
    channel: string;
    start_ms: number;
    end_ms: number;
    quote: ColumnType<ClipQuote | null, string | null, string | null>;
    timeline: number;
    created_at: Date;
  };
};
