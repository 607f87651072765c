import { OaiError } from './oai-error.domain.ts';

/** What may be asked with each verb (OAI-PMH 2.0, section 4); `exclusive` stands alone. */
const VERBS = {
  Identify: { required: [], optional: [], exclusive: null },
  ListMetadataFormats: { required: [], optional: ['identifier'], exclusive: null },
  ListSets: { required: [], optional: [], exclusive: 'resumptionToken' },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [], exclusive: null },
  ListIdentifiers: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], exclusive: 'resumptionToken' },
  ListRecords: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], exclusive: 'resumptionToken' },
} as const satisfies Record<string, { readonly required: readonly string[]; readonly optional: readonly string[]; readonly exclusive: string | null }>;

export type OaiVerb = keyof typeof VERBS;

/** A request that has the arguments of its verb; what they hold has still to be looked at. */
export interface OaiRequest {
  readonly verb: OaiVerb;
  readonly arguments: ReadonlyMap<string, string>;
}

const isVerb = (verb: string | undefined): verb is OaiVerb => verb !== undefined && Object.hasOwn(VERBS, verb);

/** Reads what was asked, by GET or POST alike; throws `badVerb` and `badArgument`. */
export function readRequest(query: URLSearchParams): OaiRequest {
  const verbs = query.getAll('verb');
  const [verb] = verbs;
  if (verbs.length !== 1 || !isVerb(verb)) throw new OaiError('badVerb', verbs.length > 1 ? 'The verb is given more than once.' : `There is no verb ${JSON.stringify(verb ?? '')}.`);
  const { required, optional, exclusive } = VERBS[verb] as { required: readonly string[]; optional: readonly string[]; exclusive: string | null };
  const given = new Map<string, string>();
  for (const [name, value] of query) {
    if (name === 'verb') continue;
    if (given.has(name)) throw new OaiError('badArgument', `${name} is given more than once.`);
    if (![...required, ...optional, exclusive].includes(name)) throw new OaiError('badArgument', `${verb} has no argument ${name}.`);
    given.set(name, value);
  }
  if (exclusive !== null && given.has(exclusive)) {
    if (given.size > 1) throw new OaiError('badArgument', `${exclusive} stands alone.`);
    return { verb, arguments: given };
  }
  const missing = required.find((name) => !given.has(name));
  if (missing !== undefined) throw new OaiError('badArgument', `${verb} needs ${missing}.`);
  return { verb, arguments: given };
}
