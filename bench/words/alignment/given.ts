import { Chance } from './chance.ts';
import type { Channel, Said } from './channel.ts';

/** The text as it was said; a tenth of its sentences missing; a tenth more that nobody said; three minutes missing in one piece. */
export type Case = 'exact' | 'missing' | 'added' | 'block';

/** A text that is given, with where each sentence lies; null for one that wasn't said. */
export interface Given {
  readonly sentences: readonly { readonly text: string; readonly said: Said | null }[];
  /** What was said and isn't in the text. */
  readonly missing: readonly Said[];
}

const SHARE = 0.1;
const BLOCK_SECONDS = 180;

/** A text for a channel that is wrong in one way. */
export function givenText({ said, unsaid, seconds }: Channel, how: Case): Given {
  const chance = new Chance(said.length * 7);
  const middle = seconds * 0.55;
  const block = Math.min(BLOCK_SECONDS, seconds / 4);
  const missing = said.filter(({ start }) => (how === 'missing' && chance.share(SHARE)) || (how === 'block' && start >= middle && start < middle + block));
  const gone = new Set(missing);
  const spare = unsaid.slice();
  const sentences = said.filter((one) => !gone.has(one)).flatMap((one) => {
    const own = { text: one.text, said: one };
    const text = how === 'added' && chance.share(SHARE) ? spare.splice(Math.floor(chance.between(0, spare.length)), 1)[0] : undefined;
    return text === undefined ? [own] : [{ text, said: null }, own];
  });
  return { sentences, missing };
}
