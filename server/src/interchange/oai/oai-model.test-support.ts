import { AKN_MODEL } from '../akn/akn-model.test-support.ts';
import { TIMED_MODEL } from '../tei/tei-model.test-support.ts';
import type { ContentModel, ElementModel } from '../testing/content-model.test-support.ts';

const text: ElementModel = { children: /(?:)/, mixed: true };
const dc: ElementModel = { children: /(?:)/, mixed: true, optional: ['xml:lang'] };
const DC = ['title', 'creator', 'subject', 'description', 'publisher', 'contributor', 'date', 'type', 'format', 'identifier', 'source', 'language', 'relation', 'coverage', 'rights'].map((name) => `dc:${name}`);

/** What OAI-PMH.xsd, oai_dc.xsd and oai-identifier.xsd say, with the documents that stand within. */
export const OAI_MODEL: ContentModel = {
  'akomaNtoso': { children: /debate /, required: ['xmlns'], within: AKN_MODEL },
  'TEI': { children: /teiHeader text /, required: ['xmlns', 'xml:id', 'xml:lang', 'ana'], within: TIMED_MODEL },
  'OAI-PMH': { children: /responseDate request (?:(?:error )+|Identify |ListMetadataFormats |ListSets |GetRecord |ListIdentifiers |ListRecords )/, required: ['xmlns', 'xmlns:xsi', 'xsi:schemaLocation'] },
  'responseDate': text, 'request': { ...text, optional: ['verb', 'identifier', 'metadataPrefix', 'from', 'until', 'set', 'resumptionToken'] }, 'error': { ...text, required: ['code'] },
  'Identify': { children: /repositoryName baseURL protocolVersion (?:adminEmail )+earliestDatestamp deletedRecord granularity (?:compression )*(?:description )*/ },
  'repositoryName': text, 'baseURL': text, 'protocolVersion': text, 'adminEmail': text, 'earliestDatestamp': text, 'deletedRecord': text, 'granularity': text, 'compression': text,
  'description': { children: /oai-identifier / },
  'oai-identifier': { children: /scheme repositoryIdentifier delimiter sampleIdentifier /, required: ['xmlns', 'xmlns:xsi', 'xsi:schemaLocation'] },
  'scheme': text, 'repositoryIdentifier': text, 'delimiter': text, 'sampleIdentifier': text,
  'ListMetadataFormats': { children: /(?:metadataFormat )+/ }, 'metadataFormat': { children: /metadataPrefix schema metadataNamespace / }, 'metadataPrefix': text, 'schema': text, 'metadataNamespace': text,
  'ListSets': { children: /(?:set )+(?:resumptionToken )?/ }, 'set': { children: /setSpec setName (?:setDescription )*/ }, 'setSpec': text, 'setName': text,
  'GetRecord': { children: /record / }, 'ListRecords': { children: /(?:record )+(?:resumptionToken )?/ }, 'ListIdentifiers': { children: /(?:header )+(?:resumptionToken )?/ },
  'resumptionToken': { ...text, optional: ['expirationDate', 'completeListSize', 'cursor'] },
  'record': { children: /header (?:metadata )?(?:about )*/ }, 'header': { children: /identifier datestamp (?:setSpec )*/, optional: ['status'] }, 'identifier': text, 'datestamp': text,
  'metadata': { children: /(?:oai_dc:dc |akomaNtoso |TEI )/ },
  'oai_dc:dc': { children: new RegExp(`(?:${DC.map((name) => `${name} `).join('|')})*`), required: ['xmlns:oai_dc', 'xmlns:dc', 'xmlns:xsi', 'xsi:schemaLocation'] },
  ...Object.fromEntries(DC.map((name) => [name, dc])),
};
