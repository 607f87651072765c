import { AppError } from '#platform/errors/index.ts';
import { Draft } from './draft.ts';
import { LeftOuts } from './left-outs.ts';
import { readRdf, type RdfSource, type Statement } from './read-rdf.ts';
import type { Scheme, Vocabulary } from './skos.domain.ts';
import { DCTERMS, DC, LABEL_KINDS, OPENFLOOR, OWL, RDF, RDFS, SKOS, XL, type LabelKind } from './terms.ts';

const MOST_CONCEPTS = 100_000;
/** Concepts of a file that names no scheme are in this one. */
const NO_SCHEME = 'urn:openfloor:topics:imported';

/**
 * Reads a vocabulary from one or several files of RDF as if they were one. SKOS and SKOS-XL; concepts in any order, in several
 * schemes, with several broader ones, in circles too. Throws `vocabulary_invalid` for what is not RDF, or has no concepts in it.
 */
export async function readSkos(sources: readonly RdfSource[]): Promise<Vocabulary> {
  const reader = new SkosReader();
  for (const source of sources) await readRdf(source, (statement) => { reader.take(statement, source.name); });
  const vocabulary = reader.finish();
  const name = sources.map((source) => source.name).join(', ');
  if (vocabulary.concepts.length === 0) throw new AppError('vocabulary_invalid', { file: name, problem: 'there is no SKOS concept with a label in it' });
  return vocabulary;
}

class SkosReader {
  readonly #drafts = new Map<string, Draft>();
  readonly #concepts = new Set<string>();
  /** Groups of concepts; they have labels, but nobody speaks about them. */
  readonly #collections = new Set<string>();
  readonly #schemes = new Map<string, Record<string, string>>();
  /** Titles of anything, until it is known what is a scheme. */
  readonly #titles = new Map<string, Record<string, string>>();
  readonly #xlLabels = new Map<string, { text: string; language: string }>();
  readonly #xlLinks: { readonly concept: string; readonly kind: LabelKind; readonly label: string }[] = [];
  readonly #leftOut = new LeftOuts();

  take({ subject, predicate: { value: says }, object }: Statement, file: string): void {
    const about = keyOf(subject);
    const kind = LABEL_KINDS[says];
    if (kind !== undefined) this.#draft(about, file).label(kind, object.value, object.language ?? '');
    else if (says === RDF + 'type') this.#type(about, object.value, file);
    else if (says === XL + 'literalForm') this.#xlLabels.set(about, { text: object.value, language: object.language ?? '' });
    else if (says.startsWith(XL)) this.#xlLink(about, says, keyOf(object));
    else if (says === DCTERMS + 'title' || says === DC + 'title' || says === RDFS + 'label') this.#title(about, object);
    else this.#about(about, says, object, file);
  }

  finish(): Vocabulary {
    for (const { concept, kind, label } of this.#xlLinks) {
      const found = this.#xlLabels.get(label);
      if (found) this.#draft(concept, '').label(kind, found.text, found.language);
      else this.#leftOut.add('labels of SKOS-XL without a text', label);
    }
    const schemes: Scheme[] = [...this.#schemes].map(([uri, titles]) => ({ uri, titles: { ...this.#titles.get(uri), ...this.#drafts.get(uri)?.preferred(), ...titles } }));
    const only = schemes.length === 1 ? schemes[0]?.uri : undefined;
    const fallback = only ?? NO_SCHEME;
    const concepts = [...this.#drafts].flatMap(([uri, draft]) => {
      if (this.#schemes.has(uri) || this.#collections.has(uri) || !(this.#concepts.has(uri) || draft.hasPreferred)) return [];
      if (uri.startsWith('_:')) this.#leftOut.add('concepts without a URI', draft.name);
      else if (!draft.hasPreferred) this.#leftOut.add('concepts without a label', uri);
      else return [draft.finish(uri, fallback, this.#leftOut)];
      return [];
    });
    const named = new Set(schemes.map(({ uri }) => uri));
    const unnamed = new Set(concepts.flatMap((concept) => concept.schemes).filter((uri) => !named.has(uri)));
    return { schemes: [...schemes, ...[...unnamed].map((uri) => ({ uri, titles: {} }))], concepts, leftOut: this.#leftOut.list() };
  }

  #about(about: string, says: string, object: Statement['object'], file: string): void {
    switch (says) {
      case SKOS + 'broader': return this.#draft(about, file).link('broader', object.value);
      case SKOS + 'narrower': return this.#draft(keyOf(object), file).link('broader', about);
      case SKOS + 'related':
        this.#draft(about, file).link('related', object.value);
        return this.#draft(keyOf(object), file).link('related', about);
      case SKOS + 'inScheme': case SKOS + 'topConceptOf':
        this.#scheme(object.value);
        return this.#draft(about, file).link('schemes', object.value);
      case SKOS + 'hasTopConcept':
        this.#scheme(about);
        return this.#draft(keyOf(object), file).link('schemes', about);
      case SKOS + 'notation': return this.#draft(about, file).say('notation', object.value);
      case SKOS + 'definition': case SKOS + 'scopeNote': return this.#draft(about, file).note(says === SKOS + 'definition', object.value, object.language ?? '');
      case DCTERMS + 'isReplacedBy': return this.#draft(about, file).say('replacedBy', object.value);
      case OWL + 'deprecated': return this.#draft(about, file).say('deprecated', object.value);
      case OPENFLOOR + 'hint': return this.#draft(about, file).label('hint', object.value, object.language ?? '');
      case OPENFLOOR + 'everydayLabel': return this.#draft(about, file).label('everyday', object.value, object.language ?? '');
      default: return undefined;
    }
  }

  #type(about: string, type: string, file: string): void {
    if (type === SKOS + 'ConceptScheme') this.#scheme(about);
    if (type === SKOS + 'Collection' || type === SKOS + 'OrderedCollection') this.#collections.add(about);
    if (type !== SKOS + 'Concept') return;
    this.#concepts.add(about);
    this.#draft(about, file);
  }

  #xlLink(concept: string, says: string, label: string): void {
    const kind = LABEL_KINDS[says.replace(XL, SKOS)];
    if (kind !== undefined) this.#xlLinks.push({ concept, kind, label });
  }

  #scheme(uri: string): void {
    if (!this.#schemes.has(uri)) this.#schemes.set(uri, {});
  }

  #title(about: string, { value, language }: Statement['object']): void {
    const titles = this.#titles.get(about) ?? {};
    // A plain title is for everybody who has none in their language.
    titles[language === undefined || language === '' ? 'und' : language] ??= value;
    this.#titles.set(about, titles);
  }

  #draft(uri: string, file: string): Draft {
    const known = this.#drafts.get(uri);
    if (known) return known;
    if (this.#drafts.size >= 2 * MOST_CONCEPTS) throw new AppError('vocabulary_invalid', { file, problem: `it has more than ${MOST_CONCEPTS} concepts` });
    const made = new Draft();
    this.#drafts.set(uri, made);
    return made;
  }
}

/** Nodes without a name are known by theirs within the file. */
const keyOf = ({ termType, value }: { readonly termType: string; readonly value: string }): string => (termType === 'BlankNode' ? `_:${value}` : value);
