/** What a backup holds, for the person who made it. */
export interface BackupSummary {
  readonly file: string;
  /** Of the backup file. */
  readonly bytes: number;
  readonly tables: number;
  /** In all tables. */
  readonly rows: number;
  readonly meetings: number;
  /** Media and other files. */
  readonly files: number;
}

/** What was brought back. */
export interface RestoreSummary {
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly rows: number;
  readonly meetings: number;
  readonly files: number;
  /** Work that was under way when the backup was made, and goes on. */
  readonly jobs: number;
}
