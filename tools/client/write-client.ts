// Writes the types of packages/client from the description of the API. `npm run docs` runs it.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { apiDocument } from '../../server/src/api/index.ts';
import { docOf, typeOf, type Schema } from './schema-type.ts';

const FOLDER = new URL('../../packages/client/src/', import.meta.url);
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const NOTE = '// Made from the description of the API: npm run docs. Changes by hand are lost.';

interface Parameter { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly schema: Schema }
interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
}
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

const indent = (text: string, by = '  '): string => text.replaceAll('\n', `\n${by}`);

/** The files of the client that are made from the description, by name, in the form that openapi-fetch reads. */
export function clientTypes(): Readonly<Record<string, string>> {
  const { paths, components } = apiDocument();
  const described = Object.entries(paths).map(([path, operations]) => {
    const own = Object.entries(operations).map(([method, operation]) => `    ${indent(operationType(operation as unknown as Described, method), '    ')}\n`);
    const absent = METHODS.filter((method) => !operations[method]).map((method) => `${method}?: never`).join('; ');
    return `  ${JSON.stringify(path)}: {\n    parameters: { query?: never; header?: never; path?: never; cookie?: never };\n${own.join('')}    ${absent};\n  };`;
  });
  const schemas = Object.entries(components.schemas).toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => `    ${indent(`${docOf(schema)}${name}: ${typeOf(schema)};`, '    ')}`);
  return {
    'paths.ts': `${NOTE}
import type { components } from './components.ts';

/** What can be asked at each address, and what is answered. */
export interface paths {
${described.join('\n')}
}
`,
    'components.ts': `${NOTE}

/** The named things of the API. */
export interface components {
  schemas: {
${schemas.join('\n')}
  };
}
`,
  };
}

function operationType({ summary, parameters = [], requestBody, responses }: Described, method: string): string {
  const group = (place: Parameter['in'], mark: string): string => {
    const own = parameters.filter((one) => one.in === place);
    if (own.length === 0) return `${place}?: never;`;
    return `${place}${mark}: { ${own.map(({ name, schema }) => `${/^\w+$/.test(name) ? name : JSON.stringify(name)}${mark}: ${typeOf(schema)}`).join('; ')} };`;
  };
  const answers = Object.entries(responses).map(([status, { content }]) => `    ${status}: { headers: Record<string, unknown>; content: { ${contentType(content)} } };`);
  return `/** ${summary}. */
${method}: {
  parameters: { ${group('query', '?')} ${group('header', '?')} ${group('path', '')} cookie?: never };
  ${requestBody ? `requestBody: { content: { ${indent(contentType(requestBody.content))} } };` : 'requestBody?: never;'}
  responses: {
${answers.map((answer) => indent(answer, '    ')).join('\n')}
  };
};`;
}

const contentType = (content: Content): string => Object.entries(content).map(([type, { schema }]) => `${JSON.stringify(type)}: ${schema ? typeOf(schema) : 'unknown'}`).join('; ');

/** A file as it is now; '' when there is none. */
export const writtenTypes = (name: string): string => {
  try {
    return readFileSync(new URL(name, FOLDER), 'utf8');
  } catch {
    return '';
  }
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [name, text] of Object.entries(clientTypes())) {
    writeFileSync(new URL(name, FOLDER), text);
    console.log(`Written: packages/client/src/${name}`);
  }
}
