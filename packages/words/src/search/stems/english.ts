import { stemmer } from '@orama/stemmers/english';
import { bareLetters } from '../letters.ts';
import { formsOf } from './irregular.ts';

// Forms that no rule finds, and words that the rules would take for one another.
const FORMS = formsOf(`
  man: men
  woman: women
  child: children
  person: people persons
  foot: feet
  life: lives
  leave: left leaves leaving
  go: went gone goes going
  speak: spoke spoken speaks speaking speaker speakers
  hold: held holds holding
  seek: sought seeks seeking
  bring: brought brings bringing
  fight: fought fights fighting
  lead: led leads leading
  meet: met meets meeting meetings
  say: said says saying
  take: took taken takes taking
  give: gave given gives giving
  keep: kept keeps keeping
  build: built builds building
  write: wrote written writes writing
  choose: chose chosen chooses choosing choice choices
  die: died dies dying
  universe: universes
  universal: universally universality
  university: universities
  news:
  new: newer newest newly
  organ: organs
  organic: organically
  general: generals generally
  generate: generates generated generating
  generation: generations
  international: internationally
  internal: internally
  intern: interns
  nation: nations
  national: nationals nationally
  policy: policies
  police: policing
  army: armies
  arm: arms armed arming
  import: imports imported importing
  important: importance importantly
  past:
  crisis: crises
  basis: bases
  analysis: analyses
  criterion: criteria
  datum: data
  index: indices indexes
  memorandum: memoranda
`);

/** Porter's second stemmer (Snowball English), with what it gets wrong most often put right. */
export function english(word: string): string {
  const bare = bareLetters(word).replace(/'s?$/u, '');
  return FORMS.get(bare) ?? stemmer(bare);
}
