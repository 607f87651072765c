import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Imported, KeptScheme } from '#topics/index.ts';
import type { Terminal } from './terminal.ts';
import { withOperator } from './with-operator.ts';

/** `openfloor topics import FILES` */
export async function importVocabularyCommand(terminal: Terminal, files: readonly string[]): Promise<void> {
  await withOperator(async (operator) => {
    const done = await operator.call<Imported>('POST', '/vocabularies', { files: files.map((file) => resolve(file)) });
    terminal.emit({ event: 'imported', ...done });
    const labels = Object.entries(done.labels).toSorted(([, a], [, b]) => b - a).map(([language, count]) => `${language} ${count}`).join(', ');
    terminal.say(`${done.concepts} concepts of ${done.schemes.join(', ')}. Labels: ${labels}.`);
    if (done.withdrawn > 0) terminal.say(`${done.withdrawn} concepts are no longer in it: they keep their pages, and are used no more.`);
    for (const { what, count, example } of done.leftOut) terminal.say(`Left out: ${count} ${what}, such as ${example}`);
  });
}

/** `openfloor topics export FILE [SCHEME]` */
export async function exportVocabularyCommand(terminal: Terminal, file: string, scheme: string | undefined): Promise<void> {
  await withOperator(async (operator) => {
    const query = scheme === undefined ? '' : `?${new URLSearchParams({ scheme }).toString()}`;
    await pipeline(Readable.from(operator.read(`/vocabularies/turtle${query}`)), createWriteStream(resolve(file)));
    terminal.emit({ event: 'exported', file: resolve(file) });
    terminal.say(`Written: ${resolve(file)}`);
  });
}

/** `openfloor topics list` */
export async function listVocabulariesCommand(terminal: Terminal): Promise<void> {
  await withOperator(async (operator) => {
    const { vocabularies } = await operator.call<{ vocabularies: KeptScheme[] }>('GET', '/vocabularies');
    if (vocabularies.length === 0) terminal.say('There are no vocabularies. Take one in: openfloor topics import FILE');
    for (const one of vocabularies) {
      terminal.emit({ event: 'vocabulary', ...one });
      terminal.say(`${one.uri}  ${one.concepts} concepts, ${one.used ? 'used' : 'not used'}, changed ${one.changedAt.slice(0, 10)}`);
    }
  });
}

/** `openfloor topics use SCHEME` */
export async function useVocabularyCommand(terminal: Terminal, scheme: string, { off = false }: { readonly off?: boolean }): Promise<void> {
  await withOperator(async (operator) => {
    const done = await operator.call<{ scheme: string; used: boolean }>('PATCH', '/vocabularies', { scheme, used: !off });
    terminal.emit({ event: 'changed', ...done });
    terminal.say(done.used ? 'Moments are tagged with its concepts.' : 'Moments are no longer tagged with its concepts.');
  });
}

/** `openfloor topics remove SCHEME` */
export async function removeVocabularyCommand(terminal: Terminal, scheme: string): Promise<void> {
  await withOperator(async (operator) => {
    const done = await operator.call<{ removed: number; kept: number }>('DELETE', `/vocabularies?${new URLSearchParams({ scheme }).toString()}`);
    terminal.emit({ event: 'removed', ...done });
    terminal.say(`Removed with ${done.removed} concepts.${done.kept > 0 ? ` ${done.kept} stay: meetings, or other vocabularies, have them.` : ''}`);
  });
}
