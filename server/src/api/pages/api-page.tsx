import { Layout, type Page } from '#web/index.ts';
import type { ApiDocument, ApiOperation, JsonSchema } from '../document.ts';

interface Parameter { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: JsonSchema }
interface Described extends ApiOperation {
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly security?: readonly object[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: JsonSchema }>> };
}
interface Entry { readonly path: string; readonly method: string; readonly operation: Described }

/** The description of the API for people. It is in English, as its names are. */
export function ApiPage({ page, document }: { readonly page: Page; readonly document: ApiDocument }) {
  const entries = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Entry => ({ path, method, operation: operation as Described })));
  const tags = [...new Set(entries.flatMap(({ operation }) => operation.tags))];
  const { info } = document as unknown as { readonly info: { readonly version: string; readonly description: string } };
  return (
    <Layout page={page} title="API" description={info.description}>
      <article class="prose api" lang="en" dir="ltr">
        <h1>API {info.version}</h1>
        <p>{info.description}</p>
        <p>All addresses are below <code>/api/v1</code>. For programs: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
        {tags.map((tag) => (
          <section aria-labelledby={`api-${tag}`}>
            <h2 id={`api-${tag}`}>{tag}</h2>
            {entries.filter(({ operation }) => operation.tags.includes(tag)).map((entry) => <Operation entry={entry} />)}
          </section>
        ))}
        <h2 id="schemas">Schemas</h2>
        {Object.entries(document.components.schemas).map(([name, schema]) => <Schema name={name} schema={schema} />)}
      </article>
    </Layout>
  );
}

function Operation({ entry: { path, method, operation } }: { readonly entry: Entry }) {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  return (
    <section id={operation.operationId} aria-labelledby={`${operation.operationId}-title`}>
      <h3 id={`${operation.operationId}-title`}><code>{method.toUpperCase()} {path}</code></h3>
      <p>{operation.summary}. {operation.description ?? ''} {needs(operation)}</p>
      {(operation.parameters ?? []).length === 0 ? null : (
        <ul>{operation.parameters?.map(({ name, schema, in: place, required }) => (
          <li><code>{name}</code> ({place}{required === true ? ', required' : ''}): <TypeOf schema={schema} /></li>))}
        </ul>
      )}
      {body ? <p>Body: <TypeOf schema={body} /></p> : null}
      <ul>
        {Object.entries(operation.responses).filter(([status]) => status !== 'default').map(([status, { content = {} }]) => Object.entries(content).map(([type, { schema }]) => (
          <li>{status} <code>{type}</code>{schema ? <>: <TypeOf schema={schema} /></> : null}</li>)))}
      </ul>
    </section>
  );
}

/** The operator on the server may do everything; some of it whoever has a token from him. */
function needs({ security }: Described): string {
  if (!security) return '';
  return security.some((one) => 'token' in one) ? 'Needs a token (openfloor token create NAME).' : 'For the operator on the server.';
}

function Schema({ name, schema }: { readonly name: string; readonly schema: JsonSchema }) {
  const fields = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>);
  return (
    <section id={`schema-${name}`} aria-labelledby={`schema-${name}-title`}>
      <h3 id={`schema-${name}-title`}>{name}</h3>
      {typeof schema['description'] === 'string' ? <p>{schema['description']}</p> : null}
      {fields.length === 0 ? <p><TypeOf schema={schema} /></p> : (
        <ul>{fields.map(([field, own]) => (
          <li><code>{field}</code>: <TypeOf schema={own} />{typeof own['description'] === 'string' ? ` – ${own['description']}` : ''}</li>))}
        </ul>
      )}
    </section>
  );
}

/** The type of a schema in a line; named ones lead to where they are described. */
function TypeOf({ schema }: { readonly schema: JsonSchema }) {
  const { $ref: ref, enum: values, const: value, anyOf, items, properties } = schema;
  if (typeof ref === 'string') {
    const name = ref.slice(ref.lastIndexOf('/') + 1);
    return <a href={`#schema-${name}`}>{name}</a>;
  }
  if (Array.isArray(values)) return <>{values.map(String).join(', ')}</>;
  if (value !== undefined) return <>{JSON.stringify(value)}</>;
  if (Array.isArray(anyOf)) return <>{(anyOf as JsonSchema[]).map((one, n) => <>{n === 0 ? '' : ' or '}<TypeOf schema={one} /></>)}</>;
  if (items !== undefined) return <>list of <TypeOf schema={items as JsonSchema} /></>;
  if (properties !== undefined) {
    return <>{'{ '}{Object.entries(properties as Record<string, JsonSchema>).map(([name, own], n) => <>{n === 0 ? '' : ', '}{name}: <TypeOf schema={own} /></>)}{' }'}</>;
  }
  const { type = 'anything', format } = schema;
  return <>{Array.isArray(type) ? type.join(' or ') : String(type)}{typeof format === 'string' ? ` (${format})` : ''}</>;
}
