import type { Migration } from '#platform/db/index.ts';
import { platform } from './000-platform.ts';
import { catalogue } from './001-catalogue.ts';
import { recordings } from './002-recordings.ts';
import { browsing } from './003-browsing.ts';
import { removals } from './004-removals.ts';
import { words } from './005-words.ts';
import { records } from './006-records.ts';
import { lag } from './007-lag.ts';
import { recognition } from './008-recognition.ts';
import { corrections } from './009-corrections.ts';
import { tokens } from './010-tokens.ts';
import { lagSource } from './011-lag-source.ts';
import { follows } from './012-follows.ts';
import { vocabularies } from './013-vocabularies.ts';
import { clips } from './014-clips.ts';
import { moves } from './015-moves.ts';
import { formerSound } from './016-former-sound.ts';
import { holes } from './017-holes.ts';
import { removalPlaces } from './018-removal-places.ts';

/**
 * Every step of the schema in order of its name; each runs once, forward only. A step that was
 * released is never changed: a later one corrects it.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '000-platform': platform,
  '001-catalogue': catalogue,
  '002-recordings': recordings,
  '003-browsing': browsing,
  '004-removals': removals,
  '005-words': words,
  '006-records': records,
  '007-lag': lag,
  '008-recognition': recognition,
  '009-corrections': corrections,
  '010-tokens': tokens,
  '011-lag-source': lagSource,
  '012-follows': follows,
  '013-vocabularies': vocabularies,
  '014-clips': clips,
  '015-moves': moves,
  '016-former-sound': formerSound,
  '017-holes': holes,
  '018-removal-places': removalPlaces,
};
