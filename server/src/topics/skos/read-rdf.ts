import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { StreamParser } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { AppError, isAppError, messageOf } from '#platform/errors/index.ts';
import type { VocabularyFormat } from './skos.domain.ts';

/** A statement of RDF. */
export interface Statement {
  readonly subject: Node;
  readonly predicate: Node;
  readonly object: Node & { readonly language?: string };
}

interface Node {
  readonly termType: string;
  readonly value: string;
}

/** A vocabulary on its way in. */
export interface RdfSource {
  /** Told in errors. */
  readonly name: string;
  readonly format: VocabularyFormat;
  readonly bytes: Readable;
}

const MOST_BYTES = 500e6;
const MOST_STATEMENTS = 10_000_000;

/**
 * Reads RDF piece by piece and hands on each statement as it comes; nothing is kept. Nothing is fetched either: JSON-LD must bring its
 * context along. Throws `vocabulary_invalid`, with the line where the form tells it.
 */
export async function readRdf({ name, format, bytes }: RdfSource, take: (statement: Statement) => void): Promise<void> {
  const invalid = (problem: string, line: number | null = null): AppError => new AppError('vocabulary_invalid', { file: name, problem, ...(line !== null && { line }) });
  let statements = 0;
  // The parser wraps what its loader throws into a sentence of its own.
  let refused: AppError | null = null;
  const refuse = (url: string): AppError => (refused = invalid(`its context is at ${url}, and nothing is fetched from the network: put the context itself into the file`));
  try {
    await pipeline(bytes, limited(() => invalid('it has more than 500 MB')), PARSERS[format](refuse), async (quads: AsyncIterable<Statement>) => {
      for await (const quad of quads) {
        statements += 1;
        if (statements > MOST_STATEMENTS) throw invalid(`it has more than ${MOST_STATEMENTS} statements`);
        take(quad);
      }
    });
  } catch (error) {
    if (refused ?? (isAppError(error) || isOfTheSystem(error))) throw refused ?? error;
    throw invalid(...told(error));
  }
}

type Parser = (refuse: (url: string) => AppError) => Transform;

const PARSERS: Readonly<Record<VocabularyFormat, Parser>> = {
  'turtle': () => new StreamParser({ baseIRI: 'urn:openfloor:import:' }),
  'rdf-xml': () => new RdfXmlParser({ baseIRI: 'urn:openfloor:import:', trackPosition: true }),
  'json-ld': (refuse) => new JsonLdParser({
    baseIRI: 'urn:openfloor:import:', documentLoader: { load: async (url) => { throw refuse(url); } },
  }),
};

const limited = (tooLarge: () => AppError): Transform => {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      done(bytes > MOST_BYTES ? tooLarge() : null, chunk);
    },
  });
};

const isOfTheSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/** What a parser says, without its own way of telling the line. */
function told(error: unknown): [problem: string, line: number | null] {
  const message = messageOf(error).split('\n', 1)[0] ?? '';
  const inContext = error instanceof Error && 'context' in error ? (error.context as { readonly line?: number }).line : undefined;
  const place = /^Line (\d+) column (\d+):\s*|^(\d+):(\d+):\s*|\s*on line (\d+)\.?/.exec(message);
  const line = inContext ?? (place ? Number(place[1] ?? place[3] ?? place[5]) : null);
  return [message.replace(place?.[0] ?? '', '').slice(0, 300), line];
}
