import { findLabels } from './find-labels.domain.ts';
import { baseOf, type Phrases } from './phrases.domain.ts';

/** A moment as tagging needs it: what each channel says. */
export interface TagMoment {
  readonly texts: readonly { readonly language: string; readonly text: string }[];
}

/** A topic of a moment. */
export interface Tag {
  readonly slug: string;
  /** 0 to 1. */
  readonly sureness: number;
  /** The words that name it, by language. */
  readonly said: Readonly<Record<string, string>>;
}

/** How much a label tells of what is spoken about; said again in other words it tells as much once more, in the same words half. */
const TELLS = { words: 0.9, word: 0.65, hint: 0.35 } as const;
const AGAIN = 0.5;
/** More where a second language says it too, less where one could and doesn't; more beside a neighbour. Found on the half of the judged moments that is for tuning. */
const AGREED = 0.1;
const ALONE = 0.1;
const NEAR = 0.15;
const ENOUGH = 0.62;
/** What tells less than half as much as the surest is said by the way; and nobody speaks of more at once. */
const BESIDE = 0.5;
const MOST = 3;

/** What the languages of a moment say of a concept: the words, and how much they tell. */
type Evidence = Map<string, { words: string; tells: number; readonly kinds: Set<string> }>;

interface MomentEvidence {
  readonly concepts: ReadonlyMap<number, Evidence>;
  readonly languages: ReadonlySet<string>;
}

/**
 * The topics of each moment, the surest first, by the labels that are said in it. A hint needs a second one, or a neighbour of the
 * concept; the languages are witnesses of each other.
 */
export function tagMoments(moments: readonly TagMoment[], phrases: Phrases): readonly (readonly Tag[])[] {
  return moments.map((moment) => {
    const evidence = evidenceOf(moment, phrases);
    const slugs = new Set([...evidence.concepts.keys()].map((concept) => phrases.concepts[concept]?.slug));
    const tags = [...evidence.concepts].flatMap(([concept, said]): Tag[] => {
      const { slug = '', near = [] } = phrases.concepts[concept] ?? {};
      const could = phrases.spoken[concept]?.filter((one) => evidence.languages.has(one)).length ?? 0;
      const sureness = surenessOf(said, could, near.some((one) => slugs.has(one)));
      if (sureness < ENOUGH) return [];
      return [{ slug, sureness, said: Object.fromEntries([...said].map(([language, { words }]) => [language, words])) }];
    }).toSorted((a, b) => b.sureness - a.sureness);
    return tags.slice(0, MOST).filter(({ sureness }) => sureness >= (tags[0]?.sureness ?? 0) * BESIDE)
      .map((tag) => ({ ...tag, sureness: Math.min(1, Math.round(tag.sureness * 100) / 100) }));
  });
}

function evidenceOf({ texts }: TagMoment, phrases: Phrases): MomentEvidence {
  const concepts = new Map<number, Evidence>();
  for (const { language, text } of texts) {
    const base = baseOf(language);
    for (const { phrase: { concept, kind }, from, to, meanings } of findLabels(text, base, phrases)) {
      const evidence = concepts.get(concept) ?? new Map<string, { words: string; tells: number; kinds: Set<string> }>();
      concepts.set(concept, evidence);
      const words = text.slice(from, to);
      const tells = TELLS[kind] / meanings;
      const before = evidence.get(base);
      if (!before) evidence.set(base, { words, tells, kinds: new Set([words.toLowerCase()]) });
      else {
        before.tells += before.kinds.has(words.toLowerCase()) ? tells * AGAIN : tells;
        before.kinds.add(words.toLowerCase());
      }
    }
  }
  return { concepts, languages: new Set(texts.map(({ language }) => baseOf(language))) };
}

function surenessOf(said: Evidence, could: number, near: boolean): number {
  const most = Math.max(...[...said.values()].map(({ tells }) => tells));
  return most + (said.size > 1 ? AGREED : could > 1 ? -ALONE : 0) + (near ? NEAR : 0);
}
