export type { BackupSummary, RestoreSummary } from './backup.ports.ts';
export { createBackup, type Backup } from './backup.service.ts';
export { restoreBackup } from './restore-backup.ts';
