export type { AuditEntry, AuditFilter, AuditLog, AuditSubject } from './audit.ports.ts';
export { createAuditLog } from './audit.repo.ts';
