import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { localOperator, publicActor, type Actor } from '#access/index.ts';
import type { Tokens } from '#tokens/index.ts';

/** Who asks: found out once for each request, then told to whoever wants to know. */
export interface Callers {
  /** Comes before everything that asks `actorOf`; throws `token_unknown` for a token that doesn't hold. */
  readonly identify: MiddlewareHandler;
  readonly actorOf: (c: Context) => Actor;
}

/**
 * Whoever shows the token of this data folder works on this machine as its operator; another token is one that the operator
 * has made; without any it is everybody.
 */
export function createCallers(folderToken: string, tokens: Pick<Tokens, 'actorOf'>): Callers {
  const expected = Buffer.from(folderToken);
  const known = new WeakMap<Request, Actor>();
  return {
    async identify(c, next) {
      const shown = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
      if (shown !== undefined) {
        const given = Buffer.from(shown);
        const operator = given.length === expected.length && timingSafeEqual(given, expected);
        known.set(c.req.raw, operator ? localOperator() : await tokens.actorOf(shown));
      }
      await next();
    },
    actorOf: (c) => known.get(c.req.raw) ?? publicActor(),
  };
}
