import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Labels } from '../skos/skos.domain.ts';
import { phrasesOf, type Phrases, type TagConcept } from './phrases.domain.ts';
import type { ConceptSource, UsedConcept } from './tagging.ports.ts';

/** A concept by which queries are understood. */
export interface KnownConcept {
  readonly slug: string;
  readonly label: LocalizedText;
  /** The preferred label first; without hidden ones. */
  readonly labels: Labels;
  readonly narrower: readonly string[];
}

/** What concepts are called, ready to be found in texts and queries. */
export interface Lexicon {
  readonly phrases: Phrases;
  readonly concepts: ReadonlyMap<string, KnownConcept>;
}

/** The lexicon of the concepts in use, made again when they change. */
export class Lexicons {
  readonly #source: ConceptSource;
  readonly #version: (() => Promise<string>) | undefined;
  #checked = '';
  #made: { readonly version: string; readonly lexicon: Promise<Lexicon> } | null = null;

  /** @param version changes whenever anything in the database may have changed; without it, `trusted` looks each time */
  constructor(source: ConceptSource, version?: () => Promise<string>) {
    this.#source = source;
    this.#version = version;
  }

  /** The lexicon for answers that bear a version of the data: what has changed since that version may be missing. */
  async trusted(): Promise<Lexicon> {
    const state = await this.#version?.().catch(() => null) ?? null;
    if (state !== null && this.#made !== null && state === this.#checked) return this.#made.lexicon;
    const lexicon = await this.current();
    if (state !== null) this.#checked = state;
    return lexicon;
  }

  async current(): Promise<Lexicon> {
    const version = await this.#source.version();
    // Whoever comes while it is made waits for the same.
    if (this.#made?.version !== version) this.#made = { version, lexicon: this.#make() };
    return this.#made.lexicon;
  }

  async #make(): Promise<Lexicon> {
    const tagged: TagConcept[] = [];
    const concepts = new Map<string, KnownConcept>();
    for await (const some of this.#source.all()) {
      for (const one of some) {
        const labels = namesOf(one);
        concepts.set(one.slug, { slug: one.slug, label: one.labels, labels, narrower: one.narrower });
        tagged.push({ slug: one.slug, labels, hidden: one.hiddenLabels, everyday: one.everydayLabels, near: [...one.broader, ...one.narrower, ...one.related] });
      }
    }
    return { phrases: phrasesOf(tagged), concepts };
  }
}

function namesOf({ labels, otherLabels }: UsedConcept): Labels {
  const names: Record<string, string[]> = {};
  for (const [language, label] of Object.entries(labels)) if (label !== undefined) names[language] = [label];
  for (const [language, more] of Object.entries(otherLabels)) names[language] = [...new Set([...(names[language] ?? []), ...more])];
  return names;
}
