import { LAST_NOTE_MARK, sentenceEnds } from '../../sentence-ends.ts';
import type { RecordSentence } from '../record.ts';
import { partOfFlow, type Flow } from './flow.ts';

/** Parts a paragraph into sentences. */
export function sentencesOfFlow(flow: Flow): RecordSentence[] {
  let from = 0;
  return sentenceEnds(flow.text).flatMap((to) => {
    const part = partOfFlow(flow, from, to);
    from = to;
    return part === null ? [] : [{ ...part, text: part.text.replace(LAST_NOTE_MARK, '') }];
  });
}
