import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Actor } from '#access/index.ts';
import type { Vocabularies } from './vocabularies.service.ts';

/** URI of the scheme that Openfloor brings along. */
export const OWN_SCHEME = 'urn:openfloor:topics';
const FILES = ['scheme', 'security', 'justice', 'planet', 'people', 'public'].map((name) => `${name}.ttl`);

/** Takes Openfloor's own vocabulary in, where it isn't there yet or has come anew with the program. */
export async function bringOwnVocabulary(vocabularies: Vocabularies, actor: Actor): Promise<void> {
  const files = await Promise.all(FILES.map(async (name) => ({ name, bytes: await readFile(fileURLToPath(import.meta.resolve(`#vocabulary/${name}`))) })));
  const hash = files.reduce((sum, { bytes }) => sum.update(bytes), createHash('sha256')).digest('base64url');
  const madeFrom = `Openfloor ${hash}`;
  if (await vocabularies.isMadeFrom(OWN_SCHEME, madeFrom)) return;
  await vocabularies.import(actor, files.map(({ name, bytes }) => ({ name, format: 'turtle', bytes: Readable.from([bytes]) })), madeFrom);
}
