import { describe, expect, it } from 'vitest';
import { marksOf, wantedMarks } from './marks.ts';

const MEETING = { meetingId: 'm', day: null, bodies: [], series: null, topics: [], symbols: [] };
const FACTS = { speaker: null, capacity: { fr: 'ministre de l’Intérieur', en: 'Co‑Chair' }, spoken: null, agenda: null, topics: [] };

describe('a filter', () => {
  it.each(['Ministre de l\'intérieur', 'ministre  de l’Intérieur ', 'co-chair'])('takes a name as people write it: %s', (capacity) => {
    expect(marksOf(MEETING, FACTS)).toEqual(expect.arrayContaining([...wantedMarks({ capacity })]));
  });

  it('takes no other', () => {
    expect(marksOf(MEETING, FACTS)).not.toContain(wantedMarks({ capacity: 'ministre' })[0]);
  });
});
