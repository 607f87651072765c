declare module 'n3' {
  import type { Transform } from 'node:stream';

  /** Turtle in, quads out; a mistake in it is an error with `context.line`. */
  export const StreamParser: new (options?: { readonly baseIRI?: string; readonly format?: string }) => Transform;
}
