import { candidatesOf, FEATURES, type Candidate, type Feature, type TagMoment } from './evidence.domain.ts';
import type { Phrases } from './phrases.domain.ts';

/** A topic of a moment. */
export interface Tag {
  readonly slug: string;
  /** 0 to 1: how likely it is that somebody who indexes would give it. */
  readonly sureness: number;
  /** The words that name it, by language. */
  readonly said: Readonly<Record<string, string>>;
}

/**
 * What each thing that is known of a concept adds to the odds that it is spoken about. Learned from the moments judged for that, by logistic
 * regression, and tried on meetings left out: `npm run bench -- search --tables learn` learns them again and prints them so.
 */
const WEIGHS: Readonly<Record<Feature, number>> = {
  name: 1.90, names: 4.31, everyday: 0.19, telling: 1.17, tellings: 1.67, hint: -0.07, hints: 0.57, second: 1.11, share: 2.02, spread: 2.27, first: 0.83, meeting: 4.11, others: -0.94,
};
const AT_FIRST = -3.65;
/** Wrong ones harm more than missing ones: of those given so, in meetings that nothing was learned from, 82 to 94 % are right. */
const ENOUGH = 0.6;
/** What is far less sure than the surest is said by the way; and nobody speaks of more at once. */
const BESIDE = 0.8;
const MOST = 3;

/** The topics of each moment of one meeting, the surest first, by the words that are said in it. */
export function tagMoments(moments: readonly TagMoment[], phrases: Phrases): readonly (readonly Tag[])[] {
  return candidatesOf(moments, phrases).map((candidates) => surest(candidates.map((candidate) => ({ ...candidate, sureness: surenessOf(candidate) })))
    .map(({ concept, said, sureness }) => ({ slug: phrases.concepts[concept]?.slug ?? '', sureness: Math.round(sureness * 100) / 100, said })));
}

/** Those of the candidates of one moment that are its topics, the surest first. */
export function surest<Sure extends { readonly sureness: number }>(candidates: readonly Sure[], enough: number = ENOUGH): readonly Sure[] {
  const sure = candidates.filter(({ sureness }) => sureness >= enough).toSorted((a, b) => b.sureness - a.sureness);
  return sure.slice(0, MOST).filter(({ sureness }) => sureness >= (sure[0]?.sureness ?? 0) * BESIDE);
}

function surenessOf({ features }: Candidate): number {
  const odds = FEATURES.reduce((sum, feature) => sum + WEIGHS[feature] * features[feature], AT_FIRST);
  return 1 / (1 + Math.exp(-odds));
}
