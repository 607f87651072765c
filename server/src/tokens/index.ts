import { TokenRepo } from './tokens.repo.ts';
import { Tokens, type TokensDeps } from './tokens.service.ts';

/** Tokens, on a database. */
export const createTokens = (deps: Omit<TokensDeps, 'openStore'>): Tokens => new Tokens({ ...deps, openStore: (db) => new TokenRepo(db) });

export type { Tokens } from './tokens.service.ts';
export type { TokenInfo } from './token.domain.ts';
export { tokenRoutes } from './tokens.routes.ts';
export { CreateTokenBody } from './tokens.schema.ts';
