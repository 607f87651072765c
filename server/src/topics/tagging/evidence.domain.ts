import { baseOf } from '#platform/i18n/index.ts';
import { findLabels } from './find-labels.domain.ts';
import type { Phrase, Phrases } from './phrases.domain.ts';

/** A moment as tagging needs it: what each channel says. */
export interface TagMoment {
  readonly texts: readonly { readonly language: string; readonly text: string }[];
}

/** What is known of a concept in a moment: each a number from 0, mostly to 1. By them it is told what is spoken about from what is said by the way. */
export const FEATURES = ['name', 'names', 'everyday', 'telling', 'tellings', 'hint', 'hints', 'second', 'share', 'spread', 'first', 'meeting', 'others'] as const;
export type Feature = (typeof FEATURES)[number];

/** A concept that may be spoken about in a moment. */
export interface Candidate {
  /** Index of the concept. */
  readonly concept: number;
  readonly features: Readonly<Record<Feature, number>>;
  /** The words that tell most of it, by language. */
  readonly said: Readonly<Record<string, string>>;
}

type Kind = 'name' | 'names' | 'everyday' | 'telling' | 'tellings' | 'hint' | 'hints';
/** Roughly how much each tells, to weigh concepts against each other. */
const TELLS: Readonly<Record<Kind, number>> = { name: 0.65, names: 0.95, everyday: 0.35, telling: 0.3, tellings: 0.55, hint: 0.2, hints: 0.35 };
/** More of a kind tells nothing new. */
const MOST_OF_A_KIND = 3;
/** What comes back in several parts of what is said is spoken about. Parts and not sentences: what a machine heard has none. */
const PARTS = 5;
/** What tells so much beside a concept is a topic of its own. */
const ANOTHER = 0.5;
const MOST_IN_MEETING = 0.5;
/** Of a large vocabulary, something is said by the way all the time: what tells most is what counts. */
const MOST_RIVALS = 3;
const MOST_OTHERS = 5;

/** What one text says of a concept: each way of naming it once by its keys, as "minute" and "minutes" are one witness; and the parts of the text in which it is named. */
interface Said {
  readonly words: Map<string, { readonly said: string; readonly kind: Kind; readonly tells: number; readonly meanings: number }>;
  readonly parts: Set<number>;
}

/** What is said of the concepts of moments that belong to one meeting: of each moment, all concepts of which there is a word. */
export function candidatesOf(moments: readonly TagMoment[], phrases: Phrases): readonly (readonly Candidate[])[] {
  const heard = moments.map(({ texts }) => texts.map(({ language, text }) => ({ language: baseOf(language), said: saidIn(text, baseOf(language), phrases) })));
  const told = heard.map((texts) => toldIn(texts, phrases));
  const inMeeting = new Map<number, number>();
  for (const concepts of told) for (const [concept, tells] of concepts) inMeeting.set(concept, (inMeeting.get(concept) ?? 0) + Math.min(1, tells));
  return heard.map((texts, n) => {
    const tells = told[n] ?? new Map<number, number>();
    const most = [...tells.values()].toSorted((a, b) => b - a).slice(0, MOST_RIVALS).reduce((sum, one) => sum + one, 0);
    const topics = [...tells.values()].filter((one) => one > ANOTHER).length;
    return [...tells].map(([concept, own]): Candidate => {
      const elsewhere = (inMeeting.get(concept) ?? 0) - Math.min(1, own);
      return candidateOf(concept, texts.filter(({ language }) => speaks(phrases, concept, language)), phrases, {
        share: own / most, others: Math.min(MOST_OTHERS, topics) / MOST_OTHERS, meeting: moments.length > 1 ? Math.min(MOST_IN_MEETING, elsewhere / (moments.length - 1)) : 0,
      });
    });
  });
}

type Heard = readonly { readonly language: string; readonly said: ReadonlyMap<number, Said> }[];

function saidIn(text: string, language: string, phrases: Phrases): ReadonlyMap<number, Said> {
  const found = new Map<number, Said>();
  for (const { phrase, from, to, keys, meanings } of findLabels(text, language, phrases)) {
    const said = found.get(phrase.concept) ?? { words: new Map(), parts: new Set<number>() };
    found.set(phrase.concept, said);
    const kind = kindOf(phrase);
    if (!said.words.has(keys)) said.words.set(keys, { said: text.slice(from, to), kind, meanings, tells: TELLS[kind] / meanings });
    said.parts.add(Math.floor((from / text.length) * PARTS));
  }
  return found;
}

function kindOf({ several, hidden, everyday }: Phrase): Kind {
  if (!hidden && everyday) return 'everyday';
  if (!hidden) return several ? 'names' : 'name';
  if (!everyday) return several ? 'tellings' : 'telling';
  return several ? 'hints' : 'hint';
}

const speaks = (phrases: Phrases, concept: number, language: string): boolean => phrases.spoken[concept]?.includes(language) === true;

/** How much is told of each concept, on average of the channels whose language has words for it: one that says it alone says little. */
function toldIn(texts: Heard, phrases: Phrases): ReadonlyMap<number, number> {
  const concepts = new Set(texts.flatMap(({ said }) => [...said.keys()]));
  return new Map([...concepts].map((concept) => {
    const could = texts.filter(({ language }) => speaks(phrases, concept, language));
    const sum = could.reduce((all, { said }) => all + [...said.get(concept)?.words.values() ?? []].reduce((own, { tells }) => own + tells, 0), 0);
    return [concept, sum / could.length] as const;
  }));
}

function candidateOf(concept: number, texts: Heard, phrases: Phrases, of: Pick<Record<Feature, number>, 'share' | 'others' | 'meeting'>): Candidate {
  const features: Record<Feature, number> = { name: 0, names: 0, everyday: 0, telling: 0, tellings: 0, hint: 0, hints: 0, second: 0, spread: 0, first: 0, ...of };
  const best = new Map<string, { words: string; tells: number }>();
  const near = [concept, ...phrases.near[concept] ?? []];
  let different = 0;
  for (const { language, said } of texts) {
    const own = said.get(concept);
    for (const { said: words, kind, meanings, tells } of own?.words.values() ?? []) {
      features[kind] += 1 / meanings / texts.length;
      if (tells > (best.get(language)?.tells ?? 0)) best.set(language, { words, tells });
    }
    different += (own?.words.size ?? 0) / texts.length;
    features.spread += new Set(near.flatMap((one) => [...said.get(one)?.parts ?? []])).size / PARTS / texts.length;
    features.first += own?.parts.has(0) === true ? 1 / texts.length : 0;
  }
  for (const kind of Object.keys(TELLS) as Kind[]) features[kind] = Math.min(MOST_OF_A_KIND, features[kind]);
  features.second = Math.min(1, Math.max(0, different - 1));
  return { concept, features, said: Object.fromEntries([...best].map(([language, { words }]) => [language, words])) };
}
