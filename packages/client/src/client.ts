import createFetch, { type Client } from 'openapi-fetch';
import type { components } from './components.ts';
import type { paths } from './paths.ts';

/** The named things of the API, such as `Schemas['Meeting']`. */
export type Schemas = components['schemas'];

/** Which server, and who asks. */
export interface ClientOptions {
  /** Where the server is, such as `https://tv.example.org`. */
  readonly url: string;
  /** A token that the operator has made (`openfloor token create`), or his own; nothing that is public needs one. */
  readonly token?: string;
  /** Another `fetch`, for tests or proxies. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * A client of one server: `client.GET('/meetings/{slug}', { params: { path: { slug } } })` answers `{ data, error }`,
 * both with their types. It throws only when the server can't be reached.
 */
export function createClient({ url, token, fetch }: ClientOptions): Client<paths> {
  return createFetch<paths>({
    baseUrl: `${url.replace(/\/+$/, '')}/api/v1`,
    ...(token !== undefined && { headers: { Authorization: `Bearer ${token}` } }),
    ...(fetch && { fetch }),
  });
}

/** A failure as the server told it (RFC 9457). */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  /** The whole problem, with its `code` and `remedy`. */
  readonly problem: Schemas['Problem'];

  constructor(problem: Schemas['Problem']) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Every meeting, the oldest change first, with what has been withdrawn or deleted; asks for more as it is read. Throws `ApiFailure`. */
export async function* everyMeeting(client: Client<paths>, options: { readonly updatedSince?: string } = {}): AsyncGenerator<Schemas['Meeting'] | Schemas['GoneMeeting']> {
  let cursor: string | undefined;
  do {
    const { data, error } = await client.GET('/changes', {
      params: { query: { ...(options.updatedSince !== undefined && { updated_since: options.updatedSince }), ...(cursor !== undefined && { cursor }) } },
    });
    if (!data) throw new ApiFailure(error);
    yield* data.meetings;
    cursor = data.next ?? undefined;
  } while (cursor !== undefined);
}
