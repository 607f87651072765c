import { knownInArchive } from './search/quality/in-archive.ts';
import { learnTags, searchQuality, tagQuality } from './search/quality/index.ts';
import { tagSpeed } from './search/tag-speed.ts';
import { searchSpeed } from './search/speed/index.ts';
import { tableBench, type FigureTable } from './table-bench.ts';

/** In the order in which they are measured. */
const TABLES: readonly FigureTable[] = [
  { name: 'quality', about: 'how well judged questions are answered, beside plain PostgreSQL', run: searchQuality },
  { name: 'known', about: 'how well known moments are found again among all those of a large archive', run: knownInArchive },
  { name: 'speed', about: 'how fast it answers over a large archive, and how fast that is indexed, beside plain PostgreSQL', run: searchSpeed },
  { name: 'tags', about: 'how well topics are found in judged moments', run: tagQuality },
  { name: 'learn', about: 'what tells a topic from a mention, learned anew on the moments for tuning', run: learnTags },
  { name: 'topics', about: 'how fast a long meeting is tagged by a large vocabulary', run: tagSpeed },
];

/** Finding the moment at which something was said. */
export const search = tableBench({ name: 'search', about: 'search', tables: TABLES });
