/** JSON Schema as the document has it: enough of it for our own schemas. */
export type Schema = Readonly<Record<string, unknown>>;

const quoted = (text: string): string => (/^[A-Za-z_$][\w$]*$/.test(text) ? text : JSON.stringify(text));
const indent = (text: string): string => text.replaceAll('\n', '\n  ');
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The TypeScript type of a JSON Schema; throws for what our documents don't use. */
export function typeOf(schema: Schema): string {
  const { $ref: ref, enum: values, const: value, anyOf, oneOf = anyOf, type } = schema;
  if (typeof ref === 'string') return `components["schemas"]["${ref.slice(ref.lastIndexOf('/') + 1)}"]`;
  if (Array.isArray(values)) return values.map((one) => JSON.stringify(one)).join(' | ');
  if (value !== undefined) return JSON.stringify(value);
  if (Array.isArray(oneOf)) return [...new Set((oneOf as Schema[]).map(typeOf))].join(' | ');
  if (Array.isArray(type)) return (type as string[]).map((one) => typeOf({ ...schema, type: one })).join(' | ');
  switch (type) {
    case 'string': case 'boolean': case 'null': return type;
    case 'number': case 'integer': return 'number';
    case 'array': return listOf(schema);
    case 'object': return objectOf(schema);
    case undefined: return 'unknown';
    default: throw new Error(`No TypeScript type is known for ${JSON.stringify(schema)}`);
  }
}

function listOf({ items }: Schema): string {
  const item = isSchema(items) ? typeOf(items) : 'unknown';
  return item.includes(' | ') ? `(${item})[]` : `${item}[]`;
}

function objectOf({ properties, required, additionalProperties }: Schema): string {
  const names = Array.isArray(required) ? required as string[] : [];
  const fields = Object.entries(isSchema(properties) ? properties : {}).map(([name, field]) =>
    `${docOf(field as Schema)}${quoted(name)}${names.includes(name) ? '' : '?'}: ${typeOf(field as Schema)};`);
  if (isSchema(additionalProperties)) fields.push(`[key: string]: ${Object.keys(additionalProperties).length === 0 ? 'unknown' : typeOf(additionalProperties)};`);
  return fields.length === 0 ? 'Record<string, unknown>' : `{\n  ${indent(fields.join('\n'))}\n}`;
}

/** The description as a doc comment on its own line. */
export const docOf = ({ description }: Schema): string => (typeof description === 'string' ? `/** ${description.replaceAll('*/', '* /')} */\n` : '');
