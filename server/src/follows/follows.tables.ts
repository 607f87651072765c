import type { ColumnType } from 'kysely';
import type { UiLanguage } from '#platform/i18n/index.ts';

export type FollowTables = {
  follows: {
    id: string;
    token: string;
    address: string;
    language: UiLanguage;
    search: string;
    asked_at: Date;
    confirmed_at: Date | null;
    mails: number;
    mailed_at: Date | null;
    refusals: number;
  };
  follow_finds: { follow_id: string; meeting_id: string; mail: number | null };
  follow_asks: { address: ColumnType<Uint8Array, Buffer>; at: Date };
};
