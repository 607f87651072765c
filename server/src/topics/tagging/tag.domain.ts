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
  name: 1.93, names: 4.21, everyday: 0.03, telling: 0.87, tellings: 2.26, hint: 0.06, hints: 0.76, second: 1.22, share: 1.83, spread: 2.48, first: 0.79, meeting: 6.07, others: -0.93,
};
const AT_FIRST = -3.59;
/** Wrong ones harm more than missing ones: of those given so, in meetings that nothing was learned from, 82 to 95 % are right. */
const ENOUGH = 0.8;
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
