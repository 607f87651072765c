/** Everything that the order of what is found depends on; measured on judged questions. */
export const RANKING = {
  /**
   * How many texts are looked at, the newest first; how many of these are judged by where their words stand, not only by which they
   * have; and how many that have the words of a phrase are read to see whether they stand in its order: in the language that the
   * question is asked in, and in each other.
   */
  asked: { candidates: 300, judged: 50, read: 3000 },
  other: { candidates: 100, judged: 20, read: 800 },
  /** With fewer moments than this that have all words, those that lack some are looked at too. */
  enough: 20,
  /** A word that more than this share of texts have says little: it is left out first. */
  frequent: 0.1,
  /** A language that knows less of a question's words than this share of what another knows isn't the question's. */
  sameLanguage: 0.75,
  /** How fast more of the same word counts less, how much length counts, and which length no text is taken to be below (in words). */
  saturation: 1.2,
  length: 0.4,
  shortest: 40,
  /** A name of who speaks, beside a word that is said. */
  named: 0.35,
  /** What words count that stand side by side as in the question, and all of them within few words. */
  together: 0.35,
  near: 0.5,
  /** What a text counts that has half of what was asked for, as a power. */
  coverage: 2,
  /** What was found by a concept only; what each further language adds in which the moment was found. */
  concept: 0.7,
  further: 0.08,
  /** What the reader's own language counts more. */
  ownLanguage: 1.15,
} as const;

/** A word of a question in one language. */
export interface AskedWord {
  readonly key: string;
  /** The key may go on. */
  readonly prefix: boolean;
  /** How much it tells: more the fewer texts have it. */
  readonly weight: number;
  /** Its place in the question. */
  readonly place: number;
}

/** The words of one way to say what is asked for. */
export interface Asked {
  /** 1 for the question's own words, less for those of a concept. */
  readonly weight: number;
  readonly words: readonly AskedWord[];
}

/** Where an asked word stands in a text: in what is said, and whether the speaker is called so. */
export interface WordPlaces {
  readonly said: readonly number[];
  readonly named: boolean;
}

/** How much a word tells that `having` of `all` texts have. */
export const weightOf = (having: number, all: number): number => Math.log(1 + (Math.max(0, all - having) + 0.5) / (having + 0.5));

/**
 * How well a text fits a question.
 * @param places of each asked word, in their order
 * @param length in words, of the text and as texts of this language usually have
 */
export function scoreOf(words: readonly AskedWord[], places: readonly WordPlaces[], length: number, usualLength: number): number {
  const { saturation, length: byLength, shortest, named, coverage } = RANKING;
  const long = saturation * (1 - byLength + byLength * (Math.max(length, shortest) / Math.max(usualLength, shortest)));
  let [whole, found, score] = [0, 0, 0];
  words.forEach(({ weight }, n) => {
    const { said, named: isNamed } = places[n] ?? { said: [], named: false };
    whole += weight;
    if (said.length > 0) score += (weight * said.length * (saturation + 1)) / (said.length + long);
    else if (isNamed) score += weight * named;
    if (said.length > 0 || isNamed) found += weight;
  });
  return found === 0 ? 0 : (score + closeness(words, places)) * (found / whole) ** coverage;
}

/** What it adds that words stand side by side as in the question, and all of them near one another. */
function closeness(words: readonly AskedWord[], places: readonly WordPlaces[]): number {
  const said = words.flatMap(({ weight, place }, n) => (places[n]?.said ?? []).map((at) => ({ at, n, weight, place }))).sort((a, b) => a.at - b.at);
  let together = 0;
  const joined = new Set<number>();
  said.forEach((word, at) => {
    const next = said[at + 1];
    if (next && next.at - word.at <= 2 && next.place - word.place === 1 && !joined.has(word.n)) {
      joined.add(word.n);
      together += (word.weight + next.weight) / 2;
    }
  });
  const there = new Map(said.map(({ n, weight }) => [n, weight]));
  if (there.size < 2) return 0;
  const total = [...there.values()].reduce((sum, weight) => sum + weight, 0);
  return RANKING.together * together + RANKING.near * total * (there.size / shortestWindow(said, there.size));
}

/** The length in words of the shortest stretch that has each word. */
function shortestWindow(said: readonly { readonly at: number; readonly n: number }[], words: number): number {
  const inside = new Map<number, number>();
  let [from, least] = [0, Infinity];
  for (const { at, n } of said) {
    inside.set(n, (inside.get(n) ?? 0) + 1);
    for (let first = said[from]; inside.size === words && first; first = said[from]) {
      least = Math.min(least, at - first.at + 1);
      const left = (inside.get(first.n) ?? 1) - 1;
      if (left === 0) inside.delete(first.n);
      else inside.set(first.n, left);
      from += 1;
    }
  }
  return Math.max(words, least);
}
