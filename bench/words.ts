import type { Bench } from './context.ts';
import { lagFigures } from './words/lag.ts';

/** Words in time. */
export const words: Bench = {
  name: 'words',
  about: 'words in time: the lag of interpretation',
  run: async () => lagFigures(),
};
