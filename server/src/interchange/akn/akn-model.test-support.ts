import type { ContentModel, ElementModel } from '../testing/content-model.test-support.ts';

const CORE = ['eId', 'wId', 'GUID', 'class', 'style', 'title', 'status', 'period', 'alternativeTo', 'refersTo', 'xml:lang'];
const value: ElementModel = { children: /(?:)/, required: ['value'], optional: ['eId', 'showAs', 'shortForm'] };
const boolean: ElementModel = { children: /(?:)/, required: ['value'], optional: ['eId'] };
const concept: ElementModel = { children: /(?:)/, required: ['eId', 'href', 'showAs'], optional: ['shortForm', 'wId'] };
const inline: ElementModel = { children: /(?:recordedTime |docTitle |docDate |docNumber )*/, mixed: true, optional: CORE };
const common = 'FRBRthis (?:FRBRuri )+(?:FRBRalias )*(?:FRBRdate )+(?:FRBRauthor )+';

/** The parts of Akoma Ntoso 3.0's vocabulary that are written, as the schema of part 2 of the standard has them. */
export const AKN_MODEL: ContentModel = {
  'akomaNtoso': { children: /debate /, required: ['xmlns'] },
  'debate': { children: /meta (?:coverPage )?(?:preface )?debateBody (?:conclusions )?(?:attachments )?(?:components )?/, required: ['name'], optional: ['contains'] },
  'meta': { children: /identification (?:publication )?(?:classification )*(?:lifecycle )*(?:workflow )*(?:analysis )*(?:temporalData )*(?:references )*(?:notes )*(?:proprietary )*(?:presentation )*/ },
  'identification': { children: /FRBRWork FRBRExpression FRBRManifestation (?:FRBRItem )?/, required: ['source'] },
  'FRBRWork': { children: new RegExp(`${common}FRBRcountry (?:FRBRsubtype )?(?:FRBRnumber )*(?:FRBRname )*(?:FRBRprescriptive )?(?:FRBRauthoritative )?`) },
  'FRBRExpression': { children: new RegExp(`${common}(?:FRBRversionNumber )?(?:FRBRauthoritative )?(?:FRBRmasterExpression )?(?:FRBRlanguage )+(?:FRBRtranslation )*`) },
  'FRBRManifestation': { children: new RegExp(`${common}(?:FRBRportion )?(?:FRBRformat )?`) },
  'FRBRthis': value, 'FRBRuri': value, 'FRBRcountry': value, 'FRBRnumber': value, 'FRBRname': value, 'FRBRversionNumber': value, 'FRBRformat': value,
  'FRBRalias': { ...value, optional: ['name', 'eId'] },
  'FRBRprescriptive': boolean, 'FRBRauthoritative': boolean,
  'FRBRdate': { children: /(?:)/, required: ['date', 'name'] },
  'FRBRauthor': { children: /(?:)/, required: ['href'], optional: ['as'] },
  'FRBRlanguage': { children: /(?:)/, required: ['language'] },
  'FRBRtranslation': { children: /(?:)/, required: ['href', 'fromLanguage', 'by'], optional: ['authoritative', 'pivot'] },
  'publication': { children: /(?:)/, required: ['date', 'name', 'showAs'], optional: ['number', 'refersTo'] },
  'classification': { children: /(?:keyword )+/, required: ['source'] },
  'keyword': { children: /(?:)/, required: ['value', 'showAs', 'dictionary'], optional: ['href', 'eId'] },
  'lifecycle': { children: /(?:eventRef )+/, required: ['source'] },
  'eventRef': { children: /(?:)/, required: ['eId', 'date', 'source', 'type'], optional: ['refersTo', 'originatingExpression'] },
  'references': { children: /(?:original |TLCOrganization |TLCPerson |TLCRole |TLCConcept )+/, required: ['source'] },
  'original': concept, 'TLCOrganization': concept, 'TLCPerson': concept, 'TLCRole': concept, 'TLCConcept': concept,
  'proprietary': { children: /of:text /, required: ['source'], optional: ['xmlns:of'] },
  'of:text': { children: /(?:)/, required: ['kind', 'status', 'channel', 'language', 'version', 'interpreted'] },
  'preface': { children: /(?:p )+/, optional: CORE },
  'debateBody': { children: /(?:debateSection )+/, optional: CORE },
  'debateSection': { children: /(?:num |heading |subheading )*(?:speech |scene )+/, required: ['eId', 'name'], optional: CORE },
  'num': inline, 'heading': inline, 'from': inline, 'p': inline, 'scene': inline, 'docTitle': inline, 'docNumber': inline,
  'docDate': { ...inline, required: ['date'] },
  'recordedTime': { ...inline, required: ['time'], optional: [...CORE, 'type'] },
  'speech': { children: /(?:num )?(?:heading )?(?:subheading )?(?:from )?(?:p )+/, required: ['by'], optional: [...CORE, 'as', 'to', 'startTime', 'endTime'] },
};
