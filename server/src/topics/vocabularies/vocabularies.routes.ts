import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Hono, type Context } from 'hono';
import { stream } from 'hono/streaming';
import type { Actor } from '#access/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { RdfSource } from '../skos/read-rdf.ts';
import { formatOf, type VocabularyFormat } from '../skos/skos.domain.ts';
import { VocabularyFiles, VocabularyQuery, VocabularyUse } from './vocabularies.schema.ts';
import type { Vocabularies } from './vocabularies.service.ts';

const TYPES: Readonly<Record<string, VocabularyFormat>> = { 'text/turtle': 'turtle', 'application/n-triples': 'turtle', 'application/rdf+xml': 'rdf-xml', 'application/ld+json': 'json-ld' };

/** `/api/v1/vocabularies`: where topics come from. */
export function vocabularyRoutes({ vocabularies, actorOf }: { readonly vocabularies: Vocabularies; readonly actorOf: (c: Context) => Actor }): Hono {
  const routes = new Hono();
  routes.get('/vocabularies', async (c) => c.json({ vocabularies: await vocabularies.list() }));

  routes.get('/vocabularies/turtle', (c) => {
    const { scheme = null } = VocabularyQuery.parse(c.req.query());
    c.header('Content-Type', 'text/turtle; charset=utf-8');
    return stream(c, async (out) => {
      for await (const piece of vocabularies.turtle(scheme)) await out.write(piece);
    });
  });

  routes.post('/vocabularies', async (c) => {
    const actor = actorOf(c);
    // Before anything is read: nobody else has a path looked at.
    actor.require('topic:manage');
    const type = (c.req.header('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
    const format = TYPES[type];
    const body = c.req.raw.body;
    if (format !== undefined && body) return c.json(await vocabularies.import(actor, [{ name: 'sent', format, bytes: Readable.fromWeb(body as WebStream) }]));
    const { files } = VocabularyFiles.parse(await json(c));
    return c.json(await vocabularies.import(actor, await Promise.all(files.map(fileSource))));
  });

  routes.patch('/vocabularies', async (c) => {
    const { scheme, used } = VocabularyUse.parse(await json(c));
    await vocabularies.use(actorOf(c), scheme, used);
    return c.json({ scheme, used });
  });

  routes.delete('/vocabularies', async (c) => {
    const { scheme = '' } = VocabularyQuery.parse(c.req.query());
    return c.json(await vocabularies.remove(actorOf(c), scheme));
  });
  return routes;
}

const json = (c: Context): Promise<unknown> => c.req.json().catch(() => { throw new AppError('bad_request', { problem: 'the body is neither JSON nor RDF of a known type' }); });

async function fileSource(path: string): Promise<RdfSource> {
  const name = basename(path);
  const format = formatOf(path);
  if (!isAbsolute(path)) throw new AppError('bad_request', { problem: `the path ${path} is not absolute` });
  if (format === null) throw new AppError('vocabulary_invalid', { file: name, problem: 'its name ends neither in .ttl nor in .rdf nor in .jsonld' });
  await access(path).catch((error: unknown) => { throw new AppError('file_missing', { file: path }, { cause: error }); });
  return { name, format, bytes: createReadStream(path) };
}
