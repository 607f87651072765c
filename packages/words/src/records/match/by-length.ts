import type { Span } from '../../sound/index.ts';
import type { RecordTurn } from '../record.ts';
import { floorSigns } from './floor-phrases.ts';
import { inOrder } from './in-order.ts';
import { interventionsOfTurns, type KnownIntervention } from './interventions.ts';
import { placeInLattice, type Candidate, type LatticeResult, type Step } from './lattice.ts';
import { DOUBT_MS, type FlatSentence, type PlacedRecord, type PlacedSentence } from './placed.ts';
import { names, namesOf } from './speaker-names.ts';
import { speechClock, type SpeechClock } from './speech-clock.ts';

/** What is known of a channel whose words aren't. */
export interface SoundClues {
  readonly durationMs: number;
  /** Where somebody speaks in it; null where that wasn't looked for. */
  readonly speech: readonly Span[] | null;
  /** In their order, at the times of the floor. */
  readonly interventions: readonly KnownIntervention[];
}

/** Speech that records leave out, in letters: the opening and the closing, thanks to the chair and by it, the giving of the floor, the call to vote. */
const UNRECORDED = { opening: 210, closing: 165, greeting: 25, thanksToChair: 15, thanksByChair: 58, floor: 50, vote: 115 } as const;
/** A Chinese sign is a syllable, and Arabic leaves most vowels out: how many letters of other scripts one of theirs is. */
const HAN_LETTERS = 3.1;
const ARABIC_LETTERS = 1.3;
/** Numbers are read out. */
const DIGIT_LETTERS = 2;
/** Interpreters follow the floor by so much, give or take. */
const LAG_MS = 1800;
const LAG_SPREAD_MS = 1800;
// People speak faster and slower than they do on average, and records leave out more or less of what they say.
const PACE_SPREAD = 0.18;
const LEAST_SPREAD_MS = 2000;
/** How well a pause suits where a turn begins, and where a sentence does; longer pauses suit no better. */
const TURN_PAUSE = { suits: 4, fullMs: 2000 } as const;
const SENTENCE_PAUSE = { suits: 2.5, fullMs: 1200 } as const;
/** Less sure than this, a place gets a mark. */
const SURE_ENOUGH = 0.92;
/** Interpreters shorten and lengthen whole passages: how far a place in a turn may be off, per distance from the turn's nearer end. */
const DRIFT = 0.22;
/** Where the recorded part of a turn ends is less sure than where it begins: thanks follow, and what the chair says. */
const END_UNSURE_MS = 15_000;
// A sentence takes as long as its letters at the pace of its turn, give or take.
const SENTENCE_SPREAD = 0.12;
const SENTENCE_SPREAD_MS = 400;
/** Nobody takes the floor without a pause; and near a known intervention few pauses come into question. */
const LEAST_TURN_PAUSE_MS = 200;
const CANDIDATES = { known: 60, unknown: 180 } as const;
const MOST_PAUSES = 40;

/**
 * Places a record by its lengths: first its turns, by the interventions of the meeting, by pauses and by how long each must take; then
 * within each turn its sentences, by their lengths and the pauses between them.
 */
export function placeByLength(turns: readonly RecordTurn[], flat: readonly FlatSentence[], clues: SoundClues): PlacedRecord {
  const clock = speechClock(clues.speech, clues.durationMs);
  const letters = turns.map((_, turn) => flat.filter((one) => one.turn === turn).reduce((sum, { text }) => sum + spokenLetters(text), 0));
  const extras = turns.map((_, at) => unrecorded(turns, at));
  const paceMs = clock.allMs / Math.max(1, [...letters, ...extras, UNRECORDED.closing].reduce((sum, count) => sum + count, 0));
  const known = interventionsOfTurns(turns, clues.interventions);
  const found = placeTurns(letters, extras, known, clock, paceMs);
  const begins = turns.map((_, at) => found[at + 1]?.placeMs ?? 0);
  const sentences = turns.flatMap((_, at) => {
    const own = flat.filter((one) => one.turn === at);
    const begin = (begins[at] ?? 0) + beforeText(turns, at) * paceMs;
    const next = at + 1 < turns.length ? (begins[at + 1] ?? 0) - ((extras[at + 1] ?? 0) - beforeText(turns, at)) * paceMs : clock.allMs - UNRECORDED.closing * paceMs;
    return placeInTurn(own, begin, Math.max(begin, next), clock, sureness(found[at + 1]));
  });
  return {
    by: known.some((one) => one !== null) ? 'interventions and pauses' : 'length',
    turns: turns.map((_, at) => ({ startMs: clock.timeOf(begins[at] ?? 0), confidence: sureness(found[at + 1]), doubtful: sureness(found[at + 1]) < SURE_ENOUGH })),
    sentences: inOrder(sentences),
  };
}

const sureness = (result: LatticeResult | undefined): number => result?.within(DOUBT_MS) ?? 0;
/** Letters that are spoken, in those of most scripts; references in brackets are silent. */
function spokenLetters(text: string): number {
  const spoken = text.replace(/[（(][^()（）]{0,60}(?:[（(][^()（）]*[)）][^()（）]*)*[)）]/gu, '');
  const count = (pattern: RegExp): number => spoken.match(pattern)?.length ?? 0;
  return count(/\p{L}/gu) + DIGIT_LETTERS * count(/\d/gu) + (HAN_LETTERS - 1) * count(/\p{Script=Han}/gu) + (ARABIC_LETTERS - 1) * count(/\p{Script=Arabic}/gu);
}

/** Letters said in a turn before what the record has of it. */
function beforeText(turns: readonly RecordTurn[], at: number): number {
  const [turn, before] = [turns[at], turns[at - 1]];
  if (turn === undefined || before === undefined) return 0;
  if (!turn.chair) return UNRECORDED.greeting;
  return before.chair || floorSigns(turn.paragraphs[0]?.[0]?.text ?? '').thanksSpeaker ? 0 : UNRECORDED.thanksByChair;
}

/** Letters said between the text of the turn before and the beginning of this one, with those before the text of the former. */
function unrecorded(turns: readonly RecordTurn[], at: number): number {
  const [turn, before] = [turns[at], turns[at - 1]];
  if (turn === undefined || before === undefined) return UNRECORDED.opening;
  const first = beforeText(turns, at - 1);
  if (!before.chair) return first + UNRECORDED.thanksToChair + (turn.chair ? 0 : UNRECORDED.thanksByChair + UNRECORDED.floor);
  const last = before.paragraphs.at(-1)?.at(-1)?.text ?? '';
  if (turn.chair) return first + UNRECORDED.vote;
  return first + (floorSigns(last).givesFloor && names(last, namesOf(turn)) ? 0 : UNRECORDED.floor);
}

/** Begin of the sound, the turns, end of the sound: each some time after the one before. */
function placeTurns(lengths: readonly number[], extras: readonly number[], known: readonly (KnownIntervention | null)[], clock: SpeechClock, paceMs: number): LatticeResult[] {
  const spread = (gap: number): number => Math.hypot(gap * PACE_SPREAD, LEAST_SPREAD_MS);
  const gaps = [...extras.map((extra, at) => extra + (lengths[at - 1] ?? 0)), (lengths.at(-1) ?? 0) + UNRECORDED.closing].map((count) => count * paceMs);
  let at = 0;
  const steps = gaps.map((gapMs, n): Step => {
    at += gapMs;
    if (n === gaps.length - 1) return { gapMs, spreadMs: spread(gapMs), candidates: [{ placeMs: clock.allMs, suits: 0 }] };
    const one = known[n] ?? null;
    const centre = one === null ? at : clock.at(one.startMs + LAG_MS);
    return { gapMs, spreadMs: spread(gapMs), candidates: near(clock, centre, one) };
  });
  return placeInLattice([{ gapMs: 0, spreadMs: 1, candidates: [{ placeMs: 0, suits: 0 }] }, ...steps]);
}

/** Probability that a place so far from sure ones is not doubtful. */
const withinDrift = (distanceMs: number): number => 1 - Math.exp(-((DOUBT_MS / Math.max(1, distanceMs * DRIFT)) ** 1.6) * 0.9);
const lagSuits = (lagMs: number): number => -(Math.min(6, Math.abs(lagMs - LAG_MS) / LAG_SPREAD_MS) ** 2) / 2;
const pauseSuits = (pauseMs: number, { suits, fullMs }: { readonly suits: number; readonly fullMs: number }): number => suits * Math.min(1, pauseMs / fullMs);

/** Where speech begins around a place, each with what its pause and a known intervention say for it. */
function near(clock: SpeechClock, speechMs: number, known: KnownIntervention | null): Candidate[] {
  const clear = clock.starts.filter(({ pauseMs }) => pauseMs === 0 || pauseMs >= LEAST_TURN_PAUSE_MS);
  const closest = clear.toSorted((a, b) => Math.abs(a.speechMs - speechMs) - Math.abs(b.speechMs - speechMs)).slice(0, known === null ? CANDIDATES.unknown : CANDIDATES.known);
  return closest.map(({ speechMs: placeMs, pauseMs, timeMs }) => ({ placeMs, suits: pauseSuits(pauseMs, TURN_PAUSE) + (known === null ? 0 : lagSuits(timeMs - known.startMs)) }));
}

function placeInTurn(own: readonly FlatSentence[], fromMs: number, toMs: number, clock: SpeechClock, sure: number): PlacedSentence[] {
  const lengths = own.map(({ text }) => spokenLetters(text));
  const pace = (toMs - fromMs) / Math.max(1, lengths.reduce((sum, length) => sum + length, 0));
  const within = clock.starts.filter(({ speechMs }) => speechMs > fromMs && speechMs < toMs);
  let at = fromMs;
  const steps = own.map((_, n): Step => {
    const gapMs = n === 0 ? 0 : (lengths[n - 1] ?? 0) * pace;
    at += gapMs;
    if (n === 0) return { gapMs, spreadMs: 1, candidates: [{ placeMs: fromMs, suits: 0 }] };
    const pauses = within.toSorted((a, b) => Math.abs(a.speechMs - at) - Math.abs(b.speechMs - at)).slice(0, MOST_PAUSES);
    return { gapMs, spreadMs: gapMs * SENTENCE_SPREAD + SENTENCE_SPREAD_MS, candidates: [{ placeMs: at, suits: 0 }, ...pauses.map(({ speechMs, pauseMs }) => ({ placeMs: speechMs, suits: pauseSuits(pauseMs, SENTENCE_PAUSE) }))] };
  });
  const last = (lengths.at(-1) ?? 0) * pace;
  const found = placeInLattice([...steps, { gapMs: last, spreadMs: last * SENTENCE_SPREAD + SENTENCE_SPREAD_MS, candidates: [{ placeMs: toMs, suits: 0 }] }]);
  return own.map(({ turn, paragraph, sentence }, n): PlacedSentence => {
    const placeMs = found[n]?.placeMs ?? fromMs;
    const confidence = sure * sureness(found[n]) * withinDrift(Math.min(placeMs - fromMs, toMs - placeMs + END_UNSURE_MS));
    return {
      turn, paragraph, sentence, confidence, doubtful: confidence < SURE_ENOUGH,
      startMs: clock.timeOf(placeMs), endMs: clock.timeOf(Math.max(0, (found[n + 1]?.placeMs ?? toMs) - 1)),
    };
  });
}
