import { JUDGED_LANGUAGES } from '../../../fixtures/judged/index.ts';
import type { Figure } from '../../report/figures.ts';
import type { TaggedMoment } from './tagging.ts';

const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language' });
/** What automatic tags have to reach. */
const LEAST = { precision: 0.9, recall: 0.6 } as const;

type Measure = keyof typeof LEAST;

const sum = (moments: readonly TaggedMoment[], of: 'given' | 'right' | 'wanted'): number => moments.reduce((total, one) => total + one[of], 0);

/** Share of the given topics that are right, and of the right ones that were given; NaN where there are none. */
const MEASURES: Readonly<Record<Measure, (moments: readonly TaggedMoment[]) => number>> = {
  precision: (moments) => sum(moments, 'right') / sum(moments, 'given'),
  recall: (moments) => sum(moments, 'right') / sum(moments, 'wanted'),
};

/** How well moments were tagged: what counts is measured on the unseen ones; those that tagging was tuned on are shown beside. */
export function tagFigures(tagged: readonly TaggedMoment[]): readonly Figure[] {
  const unseen = tagged.filter(({ half }) => half === 'unseen');
  const fresh = tagged.filter(({ half }) => half === 'fresh');
  const old = tagged.filter(({ half }) => half === 'tune' || half === 'test');
  return [
    ...unseenFigures(unseen),
    ...tunedFigures('while tuning, fresh moments', fresh),
    ...tunedFigures('while tuning', old),
  ];
}

const measures = Object.keys(MEASURES) as Measure[];

function unseenFigures(unseen: readonly TaggedMoment[]): Figure[] {
  const note = 'moments that nothing is tuned on';
  const nothing = unseen.filter(({ wanted }) => wanted === 0);
  return [
    ...measures.map((measure): Figure => ({ what: `topics given to moments: ${measure}`, measured: MEASURES[measure](unseen), unit: '', must: { of: 'value', least: LEAST[measure] }, note: `${unseen.length} ${note}` })),
    ...byLanguage('topics', unseen, note),
    { what: 'moments that the vocabulary has nothing for: share that got no topic', measured: nothing.filter(({ given }) => given === 0).length / nothing.length, unit: '', note: `${nothing.length} ${note}` },
  ];
}

function tunedFigures(name: string, tuned: readonly TaggedMoment[]): Figure[] {
  const note = 'moments that tagging was tuned on: it flatters';
  return [...measures.map((measure): Figure => ({ what: `${name}: ${measure}`, measured: MEASURES[measure](tuned), unit: '', note: `${tuned.length} ${note}` })), ...byLanguage(name, tuned, note)];
}

const byLanguage = (name: string, moments: readonly TaggedMoment[], note: string): Figure[] => JUDGED_LANGUAGES.flatMap((language) =>
  measures.map((measure) => ({ what: `${name}, ${LANGUAGE_NAMES.of(language) ?? language}: ${measure}`, measured: MEASURES[measure](moments.filter((one) => one.language === language)), unit: '', note })));
