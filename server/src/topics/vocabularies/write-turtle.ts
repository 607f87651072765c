import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Labels } from '../skos/skos.domain.ts';
import { DCTERMS, OPENFLOOR, OWL, SKOS } from '../skos/terms.ts';
import type { KeptConcept, VocabularyStore } from './vocabularies.ports.ts';

const AT_ONCE = 500;

/** Writes a scheme, or all, as Turtle that can be taken in again; page by page, so that the largest needs no room. */
export async function* turtleOf(store: Pick<VocabularyStore, 'schemes' | 'concepts'>, scheme: string | null): AsyncGenerator<string> {
  yield `@prefix dcterms: <${DCTERMS}> .\n@prefix openfloor: <${OPENFLOOR}> .\n@prefix owl: <${OWL}> .\n@prefix skos: <${SKOS}> .\n`;
  for (const { uri, titles } of await store.schemes()) {
    if (scheme !== null && scheme !== uri) continue;
    yield block(uri, [['a', 'skos:ConceptScheme'], ['dcterms:title', ...texts(titles)]]);
  }
  let after = '';
  for (;;) {
    const concepts = await store.concepts(scheme, after, AT_ONCE);
    if (concepts.length === 0) return;
    yield concepts.map(conceptOf).join('');
    after = concepts.at(-1)?.slug ?? '';
  }
}

const conceptOf = (concept: KeptConcept): string => block(concept.uri, [
  ['a', 'skos:Concept'],
  ['skos:inScheme', ...concept.schemes.map(iri)],
  ['skos:broader', ...concept.broader.map(iri)],
  ['skos:related', ...concept.related.map(iri)],
  ['skos:notation', ...(concept.notation === null ? [] : [quoted(concept.notation)])],
  ['skos:prefLabel', ...texts(concept.labels)],
  ['skos:altLabel', ...lists(concept.otherLabels)],
  ['skos:hiddenLabel', ...lists(concept.hiddenLabels)],
  ['openfloor:everydayLabel', ...lists(concept.everydayLabels)],
  ['skos:definition', ...texts(concept.notes)],
  ['owl:deprecated', ...(concept.deprecated ? ['true'] : [])],
  ['dcterms:isReplacedBy', ...(concept.replacedBy === null ? [] : [iri(concept.replacedBy)])],
]);

const block = (uri: string, said: readonly (readonly [string, ...string[]])[]): string =>
  `\n${iri(uri)} ${said.flatMap(([what, ...values]) => (values.length === 0 ? [] : [`${what} ${values.join(', ')}`])).join(' ;\n  ')} .\n`;

const texts = (text: LocalizedText): string[] => Object.entries(text).flatMap(([language, value]) => (value === undefined ? [] : [literal(value, language)]));
const lists = (labels: Labels): string[] => Object.entries(labels).flatMap(([language, values]) => values.map((value) => literal(value, language)));
const literal = (value: string, language: string): string => `${quoted(value)}${language === 'und' ? '' : `@${language}`}`;

// JSON's escapes are Turtle's, but for lone halves of letters, which no text of the database has.
const quoted = (value: string): string => JSON.stringify(value);

// Everything that may not stand in an IRI, as Turtle writes it.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const iri = (uri: string): string => `<${uri.replace(/[\u0000-\u0020<>"{}|^`\\]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}>`;
