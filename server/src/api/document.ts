import { z } from 'zod';
import { JsonSchemas, type JsonSchema } from './json-schemas.ts';
import { OPERATIONS, type Operation } from './operations.ts';

export type { JsonSchema } from './json-schemas.ts';

/** The parts of an OpenAPI document that this code itself reads. */
export interface ApiDocument {
  readonly openapi: '3.1.0';
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> } & Readonly<Record<string, unknown>>;
  readonly [more: string]: unknown;
}

export interface ApiOperation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>> }>>;
  readonly [more: string]: unknown;
}

/** Grows with what is added; another first number would have an address of its own. */
const API_VERSION = '1.0.0';

const Problem = z.looseObject({
  type: z.string(), title: z.string(), status: z.int(), detail: z.string(), remedy: z.string(), code: z.string(),
}).meta({ id: 'Problem', description: 'RFC 9457, with a code that stays and what to do about it.' });

/** The description of everything below `/api/v1`. */
export function apiDocument(options: { readonly strict?: boolean } = {}): ApiDocument {
  const schemas = new JsonSchemas(options.strict === true);
  const problem = schemas.of(Problem);
  const paths: Record<string, Record<string, ApiOperation>> = {};
  for (const operation of OPERATIONS) (paths[operation.path] ??= {})[operation.method] = describe(operation, schemas, problem);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Openfloor', version: API_VERSION,
      description: 'Meetings held in several languages: what there is, what was said when, and where to hear it. Reading what is public needs no key. Times inside a meeting are milliseconds on its timeline.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/api/v1' }],
    tags: ['Catalogue', 'Search', 'Words', 'Topics', 'Interchange', 'Bulk', 'Recordings', 'Operation'].map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.components,
      securitySchemes: {
        operator: { type: 'http', scheme: 'bearer', description: 'The token of the data folder: whoever runs commands on the server.' },
        token: { type: 'http', scheme: 'bearer', description: 'A token that the operator has made for somebody: openfloor token create NAME.' },
      },
    },
  };
}

function describe(operation: Operation, schemas: JsonSchemas, problem: JsonSchema): ApiOperation {
  const { path, id, tag, summary, more, open, token, ifMatch, query, body, status, type, answer, line } = operation;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({ name, in: 'query', schema: schemas.of(schema as z.ZodType) }));
  const inHeader = ifMatch === true ? [{ name: 'If-Match', in: 'header', description: 'The version of the text in quotation marks: nothing is written onto another one.', schema: { type: 'string' } }] : [];
  const parameters = [...inPath, ...inQuery, ...inHeader];
  return {
    operationId: id, tags: [tag], summary,
    ...(more !== undefined && { description: more }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: schemas.of(body) } } } }),
    ...(!open && { security: [{ operator: [] }, ...(token === true ? [{ token: [] }] : [])] }),
    responses: {
      [status]: { description: summary, content: { [type]: { ...(answer && { schema: schemas.of(answer) }), ...(line && { 'x-line': schemas.of(line) }) } } },
      default: { description: 'What went wrong', content: { 'application/problem+json': { schema: problem } } },
    },
  };
}
