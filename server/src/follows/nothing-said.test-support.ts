import type { SearchAnswer } from '#search/index.ts';

/** An answer for whom nobody has said anything. */
export const NOTHING_SAID: SearchAnswer = {
  total: 0, capped: false, loose: false, building: false, moments: [], suggestion: null, concepts: [],
  facets: { body: [], series: [], speaker: [], capacity: [], agenda: [], topic: [], spoken: [], channel: [], year: [] },
};
