import { baseOf } from '../../base-language.ts';
import type { RecordTurn } from '../record.ts';
import { nameTokens, namesOf } from './speaker-names.ts';

/** Somebody's speech as the meeting's agenda or its floor has it. */
export interface KnownIntervention {
  readonly startMs: number;
  /** Names under which the speaker may stand in the record: person, country, office, in any language. */
  readonly names: readonly string[];
  /** What is spoken (BCP 47), where it is known. */
  readonly language?: string;
}

const SAME_NAME = 3;
// Where no name tells (another script, no names at all), the order does: half a point for each step in line.
const IN_ORDER = 0.5;
const CHAIR_IN_ORDER = 0.4;

/**
 * Which known intervention is which turn, both in their order: by names where they agree, else by the order alone.
 * @returns for each turn its intervention, or null
 */
export function interventionsOfTurns(turns: readonly RecordTurn[], known: readonly KnownIntervention[]): (KnownIntervention | null)[] {
  const named = known.map(({ names }) => new Set(names.flatMap(nameTokens)));
  const score = (turn: number, one: number): number => {
    const whose = turns[turn];
    if (whose === undefined) return -1;
    const own = namesOf(whose);
    const same = own.filter((token) => named[one]?.has(token) === true).length;
    if (same > 0) return SAME_NAME + same;
    const language = known[one]?.language;
    const sameLanguage = language === undefined || whose.spoken === null ? null : baseOf(language) === baseOf(whose.spoken);
    if (sameLanguage === false) return -1;
    // Many lists of speakers don't have the chair in them, and those that do give a name that the record doesn't.
    if (whose.chair) return sameLanguage === true ? CHAIR_IN_ORDER : -1;
    // Two names in one script that have nothing in common are two persons.
    return sharesScript(own, named[one] ?? new Set()) ? -1 : IN_ORDER;
  };
  const width = known.length + 1;
  const best = new Float64Array((turns.length + 1) * width);
  for (let turn = 1; turn <= turns.length; turn += 1) {
    for (let one = 1; one <= known.length; one += 1) {
      best[turn * width + one] = Math.max(best[(turn - 1) * width + one] ?? 0, best[turn * width + one - 1] ?? 0, (best[(turn - 1) * width + one - 1] ?? 0) + score(turn - 1, one - 1));
    }
  }
  const found: (KnownIntervention | null)[] = turns.map(() => null);
  for (let [turn, one] = [turns.length, known.length]; turn > 0 && one > 0;) {
    const here = best[turn * width + one];
    if (here === best[(turn - 1) * width + one]) turn -= 1;
    else if (here === best[turn * width + one - 1]) one -= 1;
    else {
      found[turn - 1] = known[one - 1] ?? null;
      turn -= 1;
      one -= 1;
    }
  }
  return found;
}

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u, /\p{Script=Han}/u] as const;
const sharesScript = (own: readonly string[], other: ReadonlySet<string>): boolean => SCRIPTS.some((script) => own.some((token) => script.test(token)) && [...other].some((token) => script.test(token)));
