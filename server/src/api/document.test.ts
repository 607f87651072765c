import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { apiDocument } from './document.ts';

describe('apiDocument', () => {
  it('is a right OpenAPI 3.1 document', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone({ ...apiDocument() }));
    expect(errors).toBeUndefined();
    expect([valid, validator.version]).toEqual([true, '3.1']);
  });

  it('refers to nothing that it does not hold, and gives each operation a name of its own', () => {
    const document = apiDocument();
    const text = JSON.stringify(document);
    const known = Object.keys(document.components.schemas);
    const asked = [...text.matchAll(/"#\/([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(asked.filter((ref) => !known.includes(ref.replace('components/schemas/', '')))).toEqual([]);
    expect(known).toEqual(expect.arrayContaining(['Meeting', 'MeetingSummary', 'Channel', 'MeetingMedia', 'Problem', 'BodyNode']));
    const ids = Object.values(document.paths).flatMap((path) => Object.values(path)).map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lets answers grow for clients, and nothing be forgotten for tests', () => {
    expect(JSON.stringify(apiDocument().components.schemas['Meeting'])).not.toContain('additionalProperties":false');
    expect(apiDocument({ strict: true }).components.schemas['Meeting']).toMatchObject({ additionalProperties: false });
  });
});
