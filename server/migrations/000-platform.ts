import type { Migration } from '#platform/db/index.ts';

/**
 * Who works on which job. A worker tells every two seconds that it lives; a claim ties a running job
 * to one run of one worker, so a job of a worker that is gone is taken up again at once and a run
 * that was given up can no longer settle it.
 */
export const platform: Migration = {
  up: async (tx) => {
    await tx.schema.createTable('queue_worker')
      .addColumn('id', 'uuid', (c) => c.primaryKey())
      .addColumn('process', 'text', (c) => c.notNull())
      .addColumn('heartbeat_at', 'timestamptz', (c) => c.notNull())
      .execute();
    await tx.schema.createTable('queue_claim')
      .addColumn('job_id', 'uuid', (c) => c.primaryKey())
      .addColumn('job', 'text', (c) => c.notNull())
      .addColumn('worker_id', 'uuid', (c) => c.notNull())
      .addColumn('run_id', 'uuid', (c) => c.notNull())
      .addColumn('claimed_at', 'timestamptz', (c) => c.notNull())
      .addColumn('progress', 'real')
      .execute();
    await tx.schema.createIndex('queue_claim_worker').on('queue_claim').column('worker_id').execute();
  },
};
