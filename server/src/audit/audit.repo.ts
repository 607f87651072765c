import type { ColumnType, Generated } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { AuditEntry, AuditLog } from './audit.ports.ts';

type AuditTables = {
  audit: {
    id: Generated<string>;
    at: ColumnType<Date, never, never>;
    actor: string;
    action: string;
    subject_type: string;
    subject_id: string;
    detail: ColumnType<AuditEntry['detail'], string, never>;
  };
};

const MAX_ROWS = 1000;

/** The audit log in the database. */
export function createAuditLog({ db }: { readonly db: Db }): AuditLog {
  return {
    async record(tx, actor, action, subject, detail = {}) {
      await tx.$extendTables<AuditTables>().insertInto('audit').values({
        actor: actor.name, action, subject_type: subject.type, subject_id: subject.id, detail: JSON.stringify(detail),
      }).execute();
    },
    async list(actor, { subject, limit = 100 } = {}) {
      actor.require('audit:read');
      const rows = await db.$extendTables<AuditTables>().selectFrom('audit').selectAll()
        .$if(subject !== undefined, (query) => query.where('subject_type', '=', subject?.type ?? '').where('subject_id', '=', subject?.id ?? ''))
        .orderBy('at', 'desc').orderBy('id')
        .limit(Math.min(Math.max(Math.trunc(limit), 1), MAX_ROWS))
        .execute();
      return rows.map((row): AuditEntry => ({
        id: row.id, at: row.at.toISOString(), actor: row.actor, action: row.action,
        subject: { type: row.subject_type, id: row.subject_id }, detail: row.detail,
      }));
    },
  };
}
