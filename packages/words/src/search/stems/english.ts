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
  add: adds added adding
  fisherman: fishermen
  refugee: refugees
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
  centre: centres center centers
  theatre: theatres theater theaters
  programme: programmes program programs
  defence: defences defense defenses
  offence: offences offense offenses
  licence: licences license licenses licensed licensing
  judgment: judgments judgement judgements
  ageing: aging
  thief: thieves
  knife: knives
  wolf: wolves
  half: halves
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

// What America writes otherwise: labor, organize, analyze.
const british = (word: string): string => word
  .replace(/(?<=^(?:lab|hon|col|neighb|fav|behavi|harb|endeav|hum|rum|vap|vig|arm|od|sav|flav|tum))or(?!i)/u, 'our')
  .replace(/(?<=\p{L}{3})(?<=[iy])z(?=(?:e[drs]?|ers|ing|ations?)$)/u, 's');

/** Porter's second stemmer (Snowball English), with what it gets wrong most often put right. */
export function english(word: string): string {
  const bare = bareLetters(word).replace(/'s?$/u, '');
  const known = FORMS.get(bare);
  if (known !== undefined) return known;
  const stem = stemmer(british(bare));
  // The rules take the second f of staffing for a doubled one.
  return /ff(?:ed|ing|ers?)$/u.test(bare) && !stem.endsWith('ff') ? `${stem}f` : stem;
}
