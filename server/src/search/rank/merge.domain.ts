import { RANKING } from './ranking.domain.ts';
import type { SearchOrder } from '../search.domain.ts';

/** Texts of one language: numbers side by side, a text each. */
interface FoundTexts {
  readonly moments: readonly number[];
  readonly facts: readonly number[];
  /** Counts of days back. */
  readonly newest: readonly number[];
  /** What the words they have tell. */
  readonly scores: readonly number[];
}

/** What was found in one language. */
export interface FoundInLanguage {
  readonly language: string;
  readonly moments: FoundTexts;
  /** Those that were looked at closely, by moment. */
  readonly judged: ReadonlyMap<number, { readonly nth: number; readonly score: number; readonly by: 'words' | 'concept' }>;
  /** Whether it is the reader's language. */
  readonly isOwn: boolean;
  readonly capped: boolean;
}

/** A moment, however many languages it was found in. */
export interface MergedMoment {
  readonly moment: number;
  readonly facts: number;
  readonly newest: number;
  score: number;
  /** Which of its texts fits best; null where none was looked at closely. */
  nth: number | null;
  by: 'words' | 'concept';
  readonly languages: Set<string>;
}

// What was only counted comes after what was looked at.
const UNJUDGED = 0.001;

/** Joins what was found in all languages to moments, in the order asked for. */
export function mergeCandidates(found: readonly FoundInLanguage[], order: SearchOrder): readonly MergedMoment[] {
  const merged = new Map<number, MergedMoment>();
  for (const { language, moments: { moments, facts, newest, scores }, judged, isOwn } of found) {
    moments.forEach((moment, n) => {
      const close = judged.get(moment);
      const score = (close?.score ?? (scores[n] ?? 0) * UNJUDGED) * (isOwn ? RANKING.ownLanguage : 1) * (close?.by === 'concept' ? RANKING.concept : 1);
      const known = merged.get(moment);
      if (!known) {
        merged.set(moment, { moment, facts: facts[n] ?? 0, newest: newest[n] ?? 0, score, nth: close?.nth ?? null, by: close?.by ?? 'words', languages: new Set([language]) });
        return;
      }
      const further = known.languages.has(language) ? 0 : RANKING.further * Math.min(score, known.score);
      if (score > known.score) {
        known.nth = close?.nth ?? known.nth;
        known.by = close?.by ?? known.by;
      }
      known.score = Math.max(score, known.score) + further;
      known.languages.add(language);
    });
  }
  return [...merged.values()].sort(ORDERS[order]);
}

const byTime = (a: MergedMoment, b: MergedMoment): number => a.newest - b.newest;
const ORDERS: Readonly<Record<SearchOrder, (a: MergedMoment, b: MergedMoment) => number>> = {
  relevance: (a, b) => b.score - a.score || byTime(a, b) || a.moment - b.moment,
  newest: (a, b) => byTime(a, b) || a.moment - b.moment,
  oldest: (a, b) => byTime(b, a) || a.moment - b.moment,
};
