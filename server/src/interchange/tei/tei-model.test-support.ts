import type { ContentModel, ElementModel } from '../testing/content-model.test-support.ts';

const GLOBAL = ['xml:id', 'xml:lang', 'n'];
const text: ElementModel = { children: /(?:)/, mixed: true, optional: GLOBAL };
const holder = (children: RegExp, more: Partial<ElementModel> = {}): ElementModel => ({ children, optional: GLOBAL, ...more });
const COMMENT = 'note |gap |kinesic |incident |vocal ';

/**
 * What ParlaMint's schemas (ParlaMint-TEI.rng, ParlaMint-teiCorpus.rng) say of the elements that are written. Wider than they
 * are in what they fix for parliaments of the project alone: terms other than CC BY, and a corpus without a funder.
 */
export const PARLAMINT_MODEL: ContentModel = {
  'TEI': { children: /teiHeader text /, required: ['xmlns', 'xml:id', 'xml:lang', 'ana'] },
  'teiCorpus': { children: /teiHeader (?:xi:include )+/, required: ['xmlns', 'xml:id', 'xml:lang'], optional: ['xmlns:xi'] },
  'xi:include': { children: /(?:)/, required: ['href'] },
  'teiHeader': holder(/fileDesc encodingDesc profileDesc (?:revisionDesc )?/),
  'fileDesc': holder(/titleStmt editionStmt extent publicationStmt sourceDesc /),
  'titleStmt': holder(/(?:title )+(?:meeting )*(?:respStmt )*(?:funder )*/),
  'title': { ...text, optional: [...GLOBAL, 'type'] },
  'meeting': { ...text, required: ['ana'] },
  'respStmt': holder(/(?:(?:persName )+(?:resp )+)+/), 'resp': text,
  'editionStmt': holder(/edition /), 'edition': text,
  'extent': holder(/(?:measure )+/), 'measure': { ...text, required: ['unit', 'quantity'] },
  'publicationStmt': holder(/publisher idno availability date /), 'publisher': holder(/(?:orgName )+/),
  'idno': { ...text, required: ['type'] },
  'availability': { children: /(?:licence )?(?:p )*/, required: ['status'] }, 'licence': { ...text, optional: ['target'] },
  'p': text, 'date': { ...text, optional: [...GLOBAL, 'when', 'from', 'to'] },
  'sourceDesc': holder(/(?:bibl )+(?:recordingStmt )?/), 'bibl': holder(/(?:title )+(?:edition )*(?:publisher )?(?:idno )+(?:date )*/),
  'recordingStmt': holder(/(?:recording )+/), 'recording': { children: /(?:media )+/, required: ['type'], optional: ['dur'] }, 'media': { children: /(?:)/, required: ['mimeType', 'url'] },
  'encodingDesc': holder(/(?:projectDesc )+(?:editorialDecl )?(?:tagsDecl )?(?:classDecl )?/), 'projectDesc': holder(/(?:p )+/),
  'editorialDecl': holder(/correction normalization hyphenation quotation segmentation /),
  'correction': holder(/p /), 'normalization': holder(/p /), 'hyphenation': holder(/p /), 'quotation': holder(/p /), 'segmentation': holder(/p /),
  'tagsDecl': holder(/namespace /), 'namespace': { children: /(?:tagUsage )+/, required: ['name'] }, 'tagUsage': { children: /(?:)/, required: ['gi', 'occurs'] },
  'classDecl': holder(/(?:taxonomy )+/), 'taxonomy': { children: /(?:desc )+(?:category )+/, required: ['xml:id'] }, 'category': { children: /(?:catDesc )+(?:category )*/, required: ['xml:id'] },
  'catDesc': { children: /term /, mixed: true, optional: GLOBAL }, 'term': text,
  'profileDesc': holder(/settingDesc (?:textClass )?(?:particDesc langUsage )?/), 'settingDesc': holder(/setting /), 'setting': holder(/(?:name )+date /), 'name': { ...text, optional: [...GLOBAL, 'type', 'key'] },
  'particDesc': holder(/(?:listOrg )+(?:listPerson )*/), 'listOrg': holder(/(?:head )*(?:org )+(?:listRelation )?/), 'org': { children: /(?:orgName )+(?:event )*(?:idno )*/, required: ['role'], optional: GLOBAL },
  'orgName': { ...text, optional: [...GLOBAL, 'full'] },
  'listPerson': holder(/(?:head )*(?:person )+/), 'person': { children: /(?:persName )+(?:occupation )*(?:idno )*/, required: ['xml:id'] }, 'persName': { children: /(?:term )?/, mixed: true, optional: GLOBAL }, 'occupation': text,
  'langUsage': holder(/(?:language )+/), 'language': { ...text, required: ['ident'] },
  'revisionDesc': holder(/(?:change )+/), 'change': { ...text, required: ['when'] },
  'text': { children: /body /, required: ['ana'] }, 'body': holder(/(?:div )+/),
  'div': { children: new RegExp(`(?:head )*(?:${COMMENT}|u )+`), required: ['type'], optional: GLOBAL }, 'head': text,
  'u': { children: new RegExp(`(?:seg |${COMMENT})+`), required: ['ana'], optional: [...GLOBAL, 'who', 'prev', 'next'] },
  'seg': { ...text, optional: GLOBAL },
  'note': { children: /(?:time )?/, mixed: true, optional: [...GLOBAL, 'type'] }, 'time': { ...text, required: ['when'] },
  'gap': { children: /(?:desc )+/, required: ['reason'] }, 'kinesic': { children: /(?:desc )+/, optional: ['type', 'who'] }, 'vocal': { children: /(?:desc )+/, required: ['type'], optional: ['who'] },
  'desc': { children: /(?:term )?/, mixed: true, optional: GLOBAL },
};

const TIMED = ['start', 'end'];
const timed = (name: string, more: readonly string[]): ElementModel => {
  const own = PARLAMINT_MODEL[name] ?? text;
  return { ...own, optional: [...own.optional ?? [], ...more] };
};

/** What the TEI Guidelines (P5, chapters 8.4.2 and 16.4) add to it: the timeline, and what refers to it. */
export const TIMED_MODEL: ContentModel = {
  ...PARLAMINT_MODEL,
  'text': { children: /timeline body /, required: ['ana'] },
  'timeline': { children: /(?:when )+/, required: ['origin'], optional: ['unit', 'interval', 'xml:id'] },
  'when': { children: /(?:)/, required: ['xml:id'], optional: ['absolute', 'interval', 'since', 'unit'] },
  'u': timed('u', TIMED), 'gap': timed('gap', TIMED), 'seg': timed('seg', ['synch']),
};
