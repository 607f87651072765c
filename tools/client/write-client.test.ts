import { describe, expect, it } from 'vitest';
import { clientTypes, writtenTypes } from './write-client.ts';
import { typeOf } from './schema-type.ts';

describe('the types of the client', () => {
  it('are those of the API as it is: run "npm run docs" after a change', () => {
    const stale = Object.entries(clientTypes()).filter(([name, text]) => writtenTypes(name) !== text).map(([name]) => name);
    expect(stale).toEqual([]);
  });

  it.each([
    [{ type: 'string' }, 'string'],
    [{ anyOf: [{ type: 'integer' }, { type: 'null' }] }, 'number | null'],
    [{ type: 'array', items: { enum: ['a', 'b'] } }, '("a" | "b")[]'],
    [{ type: 'object', properties: { a: { $ref: '#/components/schemas/X' }, 'b-c': {} }, required: ['a'] }, '{\n  a: components["schemas"]["X"];\n  "b-c"?: unknown;\n}'],
    [{ type: 'object', additionalProperties: { type: 'string' } }, '{\n  [key: string]: string;\n}'],
  ])('%j is %s', (schema, type) => {
    expect(typeOf(schema)).toBe(type);
  });

  it('refuse what they do not know', () => {
    expect(() => typeOf({ type: 'date' })).toThrow('No TypeScript type');
  });
});
