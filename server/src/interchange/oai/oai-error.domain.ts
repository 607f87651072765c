/** The conditions of OAI-PMH 2.0, section 3.6. */
export type OaiErrorCode =
  | 'badArgument' | 'badResumptionToken' | 'badVerb' | 'cannotDisseminateFormat' | 'idDoesNotExist' | 'noRecordsMatch' | 'noMetadataFormats' | 'noSetHierarchy';

/** A request that can't be answered as it was meant; it is told in the answer, not by the status of HTTP. */
export class OaiError extends Error {
  readonly code: OaiErrorCode;

  constructor(code: OaiErrorCode, says: string) {
    super(says);
    this.code = code;
  }
}
