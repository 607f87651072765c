import type { RecordTurn } from '../record.ts';
import { floorSigns } from './floor-phrases.ts';
import type { Heard } from './heard.ts';
import { names, namesOf } from './speaker-names.ts';
import { compareTokens } from './tokens.ts';

/** A short sentence that names whose turn it is gives the floor, however it says so. */
const SHORT_TOKENS = 14;
// Two greetings and an announcement; what is longer before a speech belongs to it, or to somebody else.
const MOST_GREETINGS = 4;
const MOST_GREETING_TOKENS = 16;
const CLEAR_PAUSE_MS = 700;

/** What is heard where one turn ends and the next begins. */
export interface Border {
  /** The last sentence that the record has of the turn before; null where none was found. */
  readonly last: Heard | null;
  /** What follows it, up to the first that the record has of the new turn. */
  readonly between: readonly Heard[];
  /** What follows then, taken for the turn's first sentence together with the one behind it. */
  readonly unsure: readonly Heard[];
}

/**
 * Where a turn begins, of which the record keeps less than was said: the greeting before it is part of it, the words with which the
 * chair gives the floor are not.
 * @returns how many sentences of the border come before the turn
 */
export function turnStart({ last, between, unsure }: Border, turn: RecordTurn, before: RecordTurn): number {
  if (turn.chair) return before.chair ? between.length : chairStart(between, unsure, before);
  const named = namesOf(turn);
  const gives = [...between, ...unsure].findLastIndex(({ text }) => givesFloor(text, named));
  const after = gives + 1;
  if (gives >= 0) return after;
  if (before.chair && last !== null && givesFloor(last.text, named)) return 0;
  // Nobody gave the floor in words: greetings right before the speech are the speaker's, unless they end the turn before.
  let start = between.length;
  while (start > 0 && between.length - start < MOST_GREETINGS) {
    const own = between[start - 1];
    if (own === undefined || !isGreeting(own.text) || floorSigns(own.text).thanksSpeaker) break;
    start -= 1;
    if (own.otherSpeaker) return start;
  }
  const closings = between.slice(start);
  const pause = longestPause(closings);
  return closings.length > 1 && pause > 0 ? start + pause : start;
}

function chairStart(sure: readonly Heard[], unsure: readonly Heard[], before: RecordTurn): number {
  // Thanks that somebody returns to the chair end the turn before.
  const closing = unsure.findIndex(({ text }) => !isGreeting(text) || floorSigns(text).thanksSpeaker);
  const between = [...sure, ...unsure.slice(0, closing < 0 ? unsure.length : closing)];
  const named = namesOf(before);
  const spoken = between.findIndex(({ otherSpeaker }) => otherSpeaker);
  if (spoken >= 0) return spoken;
  const thanks = between.findIndex(({ text }) => {
    const signs = floorSigns(text);
    return (signs.thanksSpeaker || signs.givesFloor || isNamed(text, named)) && !(signs.greets && !signs.thanksSpeaker && !isNamed(text, named) && !signs.givesFloor);
  });
  return thanks < 0 ? between.length : thanks;
}

const longestPause = (sentences: readonly Heard[]): number => sentences.reduce((longest, { pauseMs }, at) => (at > 0 && pauseMs > CLEAR_PAUSE_MS && pauseMs > (sentences[longest]?.pauseMs ?? 0) ? at : longest), 0);

function givesFloor(text: string, named: readonly string[]): boolean {
  const signs = floorSigns(text);
  return signs.givesFloor ? !(signs.greets && !isNamed(text, named) && compareTokens(text).length < MOST_GREETING_TOKENS && /\bme\b|mich|给我|мне|m'/iu.test(text)) : isNamed(text, named) && !signs.greets;
}

const isGreeting = (text: string): boolean => floorSigns(text).greets && compareTokens(text).length <= MOST_GREETING_TOKENS;
const isNamed = (text: string, named: readonly string[]): boolean => compareTokens(text).length <= SHORT_TOKENS && names(text, named);
