import { z } from 'zod';

/** JSON Schema (2020-12) as OpenAPI 3.1 has it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Collects the schemas of a document: named ones become components, and are referred to. */
export class JsonSchemas {
  readonly components: Record<string, JsonSchema> = {};
  readonly #strict: boolean;

  /** `strict` forbids what the schemas don't name: for tests, which must find what was forgotten. */
  constructor(strict: boolean) {
    this.#strict = strict;
  }

  /** The schema to put into a document; what has an id is put among the components. */
  of(schema: z.ZodType): JsonSchema {
    // Inside an object every named schema is a reference, the outermost too.
    const wrapped = z.toJSONSchema(z.object({ it: schema }), { io: 'output', override: ({ jsonSchema }) => { this.#loosen(jsonSchema); } });
    const { $defs = {}, properties = {} } = this.#moved(wrapped) as { $defs?: Record<string, JsonSchema>; properties?: Record<string, JsonSchema> };
    for (const [name, { id: _id, ...component }] of Object.entries($defs)) this.components[name] = component;
    return properties['it'] ?? {};
  }

  // Answers may grow: a client that refuses what it doesn't know would break with the next release.
  #loosen(schema: { additionalProperties?: unknown }): void {
    if (!this.#strict && schema.additionalProperties === false) delete schema.additionalProperties;
  }

  #moved(schema: object): unknown {
    return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
  }
}
