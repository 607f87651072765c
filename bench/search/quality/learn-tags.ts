import { readFreshMeetings, readMeetings, readTopics, type JudgedMeeting } from '../../../fixtures/judged/index.ts';
import { candidatesOf, FEATURES, findLabels, lexiconOf, surest, type Phrases } from '../../../server/src/topics/index.ts';
import type { Figure } from '../../report/figures.ts';
import type { Workplace } from '../../workplace.ts';
import { chanceOf, learn, type Example, type Weights } from './logistic.ts';
import { openWorld } from './world.ts';

/** How sure tags may have to be: what each gives is printed. */
const THRESHOLDS = [0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.8, 0.9];
/** Meetings are left out some at a time: one by one it would take minutes. */
const FOLDS = 11;
const KINDS = ['named', 'unnamed'] as const;
type Kind = (typeof KINDS)[number];
/** Names taken out are what may happen, not what mostly does. */
const WEIGHS: Readonly<Record<Kind, number>> = { named: 1, unnamed: 0.25 };
/** The vocabulary was widened by what old moments say; fresh ones are as hard as others will be. */
const FRESH_WEIGHS = 2;
const SETS = { 'old moments': readMeetings, 'fresh moments': readFreshMeetings } as const;
type TuningSet = keyof typeof SETS;

interface JudgedCandidate extends Example {
  readonly kind: Kind;
  readonly set: TuningSet;
  readonly meeting: string;
  /** The moment as somebody hears it who hears these channels. */
  readonly moment: string;
  /** Whether those are all channels, as when it is published. */
  readonly all: boolean;
}

/**
 * Learns anew what tells a topic from a mention, on the moments that are for tuning, and prints the weights for `tag.domain.ts`. How good they are is
 * told by meetings that were left out, each once: what is learned from a meeting can't be tried on it. Each is heard in all its languages and in
 * each alone; and once more with the names of its topics taken out, as people tell of a thing without naming it and name others by the way.
 * A moment weighs the same however many languages it is heard in.
 * Unseen moments are never read here.
 */
export async function learnTags(context: Workplace): Promise<readonly Figure[]> {
  await using world = await openWorld(await context.folder('learn-tags'));
  const { phrases } = await lexiconOf(world.database.db);
  const judged = new Map(readTopics().filter(({ half }) => half !== 'unseen').map((one) => [one.moment, one.topics]));
  const meetings = (Object.keys(SETS) as TuningSet[]).flatMap((set) => SETS[set]().map((meeting) => ({ set, meeting })));
  const heard = meetings.flatMap(({ set, meeting }) => hearingsOf(meeting).flatMap((languages, n, { length }) =>
    KINDS.map((kind) => hear(meeting, { set, languages, kind, all: n === 0, weighs: (WEIGHS[kind] * (set === 'fresh moments' ? FRESH_WEIGHS : 1)) / length }, judged, phrases))));
  const candidates = heard.flatMap((one) => one.candidates);
  const folds = new Map(meetings.map(({ meeting: { title } }, n) => [title, n % FOLDS]));
  const left = [...new Set(folds.values())].flatMap((out) => {
    const weights = learn(candidates.filter(({ meeting }) => folds.get(meeting) !== out));
    return candidates.filter(({ meeting }) => folds.get(meeting) === out).map((one): Left => ({ ...one, sureness: chanceOf(one.features, weights) }));
  });
  const figures = (Object.keys(SETS) as TuningSet[]).flatMap((set) => KINDS.flatMap((kind) => curve(`topics ${kind} in ${set}`,
    left.filter((one) => one.all && one.kind === kind && one.set === set), heard.reduce((sum, one) => sum + (one.all && one.kind === kind && one.set === set ? one.wanted : 0), 0))));
  return [...figures, ...weightFigures(learn(candidates))];
}

/** All languages together first, then each alone. */
function hearingsOf({ moments }: JudgedMeeting): readonly (readonly string[])[] {
  const all = [...new Set(moments.flatMap(({ words }) => Object.keys(words)))];
  return [...all.length > 1 ? [all] : [], ...all.map((one) => [one])];
}

interface Hearing extends Pick<JudgedCandidate, 'set' | 'kind' | 'all' | 'weighs'> {
  readonly languages: readonly string[];
}

function hear({ title, moments }: JudgedMeeting, { languages, ...hearing }: Hearing, judged: ReadonlyMap<string, readonly string[]>, phrases: Phrases) {
  const texts = moments.map(({ id, words }) => ({
    texts: Object.entries(words).filter(([language]) => languages.includes(language))
      .map(([language, text]) => ({ language, text: hearing.kind === 'named' ? text : withoutNames(text, language, judged.get(id) ?? [], phrases) })),
  }));
  const found = candidatesOf(texts, phrases);
  const candidates = moments.flatMap(({ id }, n) => (found[n] ?? []).map(({ concept, features }): JudgedCandidate => ({
    ...hearing, meeting: title, moment: `${id} ${languages.join(' ')} ${hearing.kind}`, features: FEATURES.map((feature) => features[feature]),
    right: judged.get(id)?.includes(phrases.concepts[concept]?.slug ?? '') === true,
  })));
  return { ...hearing, candidates, wanted: moments.reduce((sum, { id }, n) => sum + (texts[n]?.texts.length === 0 ? 0 : judged.get(id)?.length ?? 0), 0) };
}

/** A text with blanks where a topic of it is named. */
const withoutNames = (text: string, language: string, topics: readonly string[], phrases: Phrases): string =>
  findLabels(text, language, phrases).filter(({ phrase }) => !phrase.hidden && topics.includes(phrases.concepts[phrase.concept]?.slug ?? ''))
    .reduce((rest, { from, to }) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to), text);

interface Left extends JudgedCandidate {
  readonly sureness: number;
}

function curve(name: string, left: readonly Left[], wanted: number): readonly Figure[] {
  const note = 'each meeting left out once';
  const moments = [...Map.groupBy(left, ({ moment }) => moment).values()];
  return THRESHOLDS.flatMap((enough): Figure[] => {
    const given = moments.flatMap((candidates) => surest(candidates, enough));
    const right = given.filter((one) => one.right).length;
    const what = `${name}, given from ${enough} on`;
    return [{ what: `${what}: precision`, measured: right / given.length, unit: '', note }, { what: `${what}: recall`, measured: right / wanted, unit: '', note }];
  });
}

const weightFigures = ({ weights, atFirst }: Weights): readonly Figure[] =>
  [...FEATURES.map((feature, k) => ({ what: `weight of ${feature}`, measured: weights[k] ?? 0, unit: '' })), { what: 'odds at first', measured: atFirst, unit: '' }];
