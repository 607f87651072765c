import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Actor } from '#access/index.ts';
import { createBackup } from '#backup/index.ts';
import type { Container } from './container.ts';
import { examine } from './doctor.ts';

const BackupRequest = z.strictObject({ path: z.string().startsWith('/', 'must be an absolute path on the server') });

/** `/api/v1`: what an operator asks of the whole installation. */
export function operationRoutes(container: Container, actorOf: (c: Context) => Actor): Hono {
  const routes = new Hono();
  routes.post('/backup', async (c) => {
    const { path } = BackupRequest.parse(await c.req.json());
    return c.json(await createBackup(container).backup(actorOf(c), { file: path }));
  });
  routes.get('/doctor', async (c) => {
    actorOf(c).require('system:inspect');
    return c.json({ findings: await examine(container) });
  });
  return routes;
}
