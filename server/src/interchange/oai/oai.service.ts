import { documentText, type Xml } from '#platform/xml/index.ts';
import type { InterchangeScope } from '../scope.domain.ts';
import { getRecord, identify, identifierOf, list, listMetadataFormats, listSets, oaiAnswer, oaiError, type OaiRepository } from './oai-answer.domain.ts';
import { OaiError } from './oai-error.domain.ts';
import { readHarvest, readToken, seconds, writeToken } from './oai-harvest.domain.ts';
import type { OaiRecords } from './oai-records.service.ts';
import { readRequest, type OaiRequest } from './oai-request.domain.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Where nothing has ever changed. */
const EPOCH = '1970-01-01T00:00:00Z';

/** The Open Archives Initiative Protocol for Metadata Harvesting, version 2.0, as a data provider. */
export class Oai {
  readonly #records;
  readonly #now;

  constructor(deps: { readonly records: OaiRecords; readonly now: () => Date }) {
    this.#records = deps.records;
    this.#now = deps.now;
  }

  /** Answers a request, whatever it is: what is wrong with it stands in the answer. */
  async answer(scope: InterchangeScope, repository: OaiRepository, query: URLSearchParams): Promise<string> {
    const now = seconds(this.#now().toISOString());
    try {
      const request = readRequest(query);
      const inside = await this.#inside(scope, repository, request).catch((error: unknown) => {
        // A right request that has no answer is repeated as it was; one that is wrong isn't.
        if (!(error instanceof OaiError) || ['badVerb', 'badArgument'].includes(error.code)) throw error;
        return oaiError(error.code, error.message);
      });
      return documentText(oaiAnswer(repository, now, { verb: request.verb, ...Object.fromEntries(request.arguments) }, inside));
    } catch (error) {
      if (error instanceof OaiError) return documentText(oaiAnswer(repository, now, {}, oaiError(error.code, error.message)));
      throw error;
    }
  }

  async #inside(scope: InterchangeScope, repository: OaiRepository, { verb, arguments: given }: OaiRequest): Promise<Xml> {
    const asked = given.get('identifier');
    switch (verb) {
      case 'Identify':
        return identify(repository, await this.#records.earliest() ?? EPOCH);
      case 'ListMetadataFormats':
        return listMetadataFormats(await this.#records.languages(asked === undefined ? null : readId(repository, asked)));
      case 'ListSets':
        // The sets come in one piece: no token was ever given out.
        if (given.has('resumptionToken')) throw new OaiError('badResumptionToken', 'This is not a token of such a list.');
        return listSets(await this.#records.sets());
      case 'GetRecord':
        return getRecord(repository, await this.#records.get(scope, readId(repository, asked ?? ''), given.get('metadataPrefix') ?? ''));
      default:
        return this.#list(scope, repository, verb, given);
    }
  }

  async #list(scope: InterchangeScope, repository: OaiRepository, verb: 'ListIdentifiers' | 'ListRecords', given: OaiRequest['arguments']): Promise<Xml> {
    const token = given.get('resumptionToken');
    const harvest = token === undefined ? readHarvest(given) : readToken(verb, token);
    const { records, next } = await this.#records.list(scope, harvest, verb === 'ListRecords' ? 'records' : 'headers').catch((error: unknown) => {
      // A place among the changes that is none can only come from a token that was made up.
      throw token !== undefined && isBadPlace(error) ? new OaiError('badResumptionToken', 'This is not a token of such a list.') : error;
    });
    const more = next === null ? null : writeToken(verb, { ...harvest, cursor: next, told: harvest.told + records.length });
    return list(repository, verb, records, { token: more ?? (token === undefined ? null : ''), told: harvest.told });
  }
}

const isBadPlace = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'bad_request';

function readId({ namespace }: OaiRepository, identifier: string): string {
  const id = identifier.slice(identifierOf(namespace, '').length);
  if (identifier !== identifierOf(namespace, id) || !UUID.test(id)) throw new OaiError('idDoesNotExist', 'There is no such meeting.');
  return id;
}
