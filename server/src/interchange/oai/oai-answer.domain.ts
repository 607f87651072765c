import { xml, type Xml } from '#platform/xml/index.ts';
import type { OaiErrorCode } from './oai-error.domain.ts';
import { formatsFor } from './oai-formats.domain.ts';
import type { OaiSet } from './oai-sets.domain.ts';

/** Who answers. */
export interface OaiRepository {
  readonly name: string;
  readonly baseUrl: string;
  readonly email: string;
  /** The domain name that identifiers of records begin with. */
  readonly namespace: string;
}

/** How a record is told. */
interface ToldRecord {
  readonly id: string;
  readonly datestamp: string;
  readonly setSpecs: readonly string[];
  readonly deleted: boolean;
  readonly metadata: Xml | null;
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** The frame of every answer. `asked` are the arguments; none where they were wrong, as the protocol wants it. */
export function oaiAnswer({ baseUrl }: Pick<OaiRepository, 'baseUrl'>, now: string, asked: Readonly<Partial<Record<string, string>>>, inside: Xml): Xml {
  const { verb, identifier, metadataPrefix, from, until, set, resumptionToken } = asked;
  return xml`<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="${XSI}" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
<responseDate>${now}</responseDate>
<request${verb === undefined ? null : xml` verb="${verb}"`}${identifier === undefined ? null : xml` identifier="${identifier}"`}${metadataPrefix === undefined ? null : xml` metadataPrefix="${metadataPrefix}"`}${from === undefined ? null : xml` from="${from}"`}${until === undefined ? null : xml` until="${until}"`}${set === undefined ? null : xml` set="${set}"`}${resumptionToken === undefined ? null : xml` resumptionToken="${resumptionToken}"`}>${baseUrl}</request>${inside}
</OAI-PMH>`;
}

export const oaiError = (code: OaiErrorCode, says: string): Xml => xml`
<error code="${code}">${says}</error>`;

/** Section 4.2, with the description of the identifiers. */
export const identify = ({ name, baseUrl, email, namespace }: OaiRepository, earliest: string): Xml => xml`
<Identify>
<repositoryName>${name}</repositoryName>
<baseURL>${baseUrl}</baseURL>
<protocolVersion>2.0</protocolVersion>
<adminEmail>${email}</adminEmail>
<earliestDatestamp>${earliest}</earliestDatestamp>
<deletedRecord>persistent</deletedRecord>
<granularity>YYYY-MM-DDThh:mm:ssZ</granularity>
<compression>gzip</compression>
<compression>deflate</compression>
<description><oai-identifier xmlns="http://www.openarchives.org/OAI/2.0/oai-identifier" xmlns:xsi="${XSI}" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai-identifier http://www.openarchives.org/OAI/2.0/oai-identifier.xsd">
<scheme>oai</scheme>
<repositoryIdentifier>${namespace}</repositoryIdentifier>
<delimiter>:</delimiter>
<sampleIdentifier>${identifierOf(namespace, '00000000-0000-4000-8000-000000000000')}</sampleIdentifier>
</oai-identifier></description>
</Identify>`;

/** Section 4.4. */
export const listMetadataFormats = (languages: readonly string[]): Xml => xml`
<ListMetadataFormats>${formatsFor(languages).map(({ prefix, schema, namespace }) => xml`
<metadataFormat><metadataPrefix>${prefix}</metadataPrefix><schema>${schema}</schema><metadataNamespace>${namespace}</metadataNamespace></metadataFormat>`)}
</ListMetadataFormats>`;

/** Section 4.6. */
export const listSets = (sets: readonly OaiSet[]): Xml => xml`
<ListSets>${sets.map(({ spec, name }) => xml`
<set><setSpec>${spec}</setSpec><setName>${name}</setName></set>`)}
</ListSets>`;

/** Section 4.1. */
export const getRecord = (repository: OaiRepository, told: ToldRecord): Xml => xml`
<GetRecord>${record(repository, told)}
</GetRecord>`;

/** Sections 4.3 and 4.5. `token` leads on; '' ends a list that came in parts, null is a list in one piece. */
export function list(repository: OaiRepository, verb: 'ListIdentifiers' | 'ListRecords', records: readonly ToldRecord[], { token, told }: { readonly token: string | null; readonly told: number }): Xml {
  const end = token === null ? null : xml`
<resumptionToken cursor="${told}">${token}</resumptionToken>`;
  if (verb === 'ListIdentifiers') {
    return xml`
<ListIdentifiers>${records.map((one) => header(repository, one))}${end}
</ListIdentifiers>`;
  }
  return xml`
<ListRecords>${records.map((one) => record(repository, one))}${end}
</ListRecords>`;
}

const record = (repository: OaiRepository, told: ToldRecord): Xml => xml`
<record>${header(repository, told)}${told.metadata && xml`
<metadata>${told.metadata}
</metadata>`}
</record>`;

const header = ({ namespace }: OaiRepository, { id, datestamp, setSpecs, deleted }: ToldRecord): Xml => xml`
<header${deleted ? xml` status="deleted"` : null}>
<identifier>${identifierOf(namespace, id)}</identifier>
<datestamp>${datestamp}</datestamp>${setSpecs.map((spec) => xml`
<setSpec>${spec}</setSpec>`)}
</header>`;

/** What a record is known by, everywhere and for ever (oai-identifier). */
export const identifierOf = (namespace: string, id: string): string => `oai:${namespace}:${id}`;
