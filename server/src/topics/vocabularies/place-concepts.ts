import type { Concept } from '../skos/skos.domain.ts';
import type { PlacedConcept, SlugOf, TakenAddress } from './vocabularies.ports.ts';

/**
 * Gives each concept its address: the one its URI has had before, else one made from its labels. A topic that meetings brought
 * without a vocabulary and that has this address becomes the concept; where another concept has it, a number makes the difference.
 */
export function placeConcepts(concepts: readonly Concept[], taken: readonly TakenAddress[], slugOf: SlugOf): readonly PlacedConcept[] {
  const byUri = new Map(taken.flatMap(({ uri, slug }) => (uri === null ? [] : [[uri, slug] as const])));
  const used = new Set(taken.flatMap(({ uri, slug }) => (uri === null ? [] : [slug])));
  return concepts.map((concept) => {
    const known = byUri.get(concept.uri);
    const slug = known ?? free(slugOf(concept.labels), used);
    used.add(slug);
    return { ...concept, slug };
  });
}

function free(slug: string, used: ReadonlySet<string>): string {
  let n = 1;
  let tried = slug;
  while (used.has(tried)) {
    n += 1;
    tried = `${slug}-${n}`;
  }
  return tried;
}
