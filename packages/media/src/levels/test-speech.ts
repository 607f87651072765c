import type { ChannelLevels, FloorTurn } from './channel-report.ts';

// Made-up speech for the tests: power in steps of 10 ms, measured as ebur128 does, so delays finer than a hop are real.
const STEPS_PER_S = 100;
const WINDOW_STEPS = 40;

/** A repeatable source of numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Phrase = { readonly startS: number; readonly endS: number };

/** Says something from `startS` on, for about as long as asked, and returns where it ended. */
function say(power: Float32Array, startS: number, lengthS: number, random: () => number): number {
  let at = Math.round(startS * STEPS_PER_S);
  const end = at + lengthS * STEPS_PER_S;
  while (at < end) {
    const length = 8 + Math.floor(18 * random());
    const stress = 10 ** (-1.2 * random());
    for (let step = 0; step < length && at < power.length; step += 1, at += 1) {
      power[at] = stress * Math.sin((Math.PI * (step + 0.5)) / length);
    }
    at += Math.floor(7 * random());
  }
  return at / STEPS_PER_S;
}

/** A made-up meeting: power of the floor and of each booth, which passes the floor on while its language is spoken. */
export type MadeMeeting = {
  readonly floor: Float32Array;
  readonly booths: ReadonlyMap<string, Float32Array>;
  readonly turns: readonly FloorTurn[];
};

/** What `makeMeeting` takes; booths for `languages`, `spoken` (default: all of them) have the floor in turn. */
export type MadeMeetingSpec = {
  readonly seed: number;
  readonly seconds: number;
  readonly languages: readonly string[];
  readonly spoken?: readonly string[];
  readonly turnS?: number;
  /** Pauses between phrases, at most. */
  readonly pauseS?: number;
};

/** Interpreters follow phrase by phrase, 1 to 3 s behind, and pause where the speaker pauses: the hardest to tell apart. */
export function makeMeeting(spec: MadeMeetingSpec): MadeMeeting {
  const { seconds, languages, spoken = languages, turnS = 60, pauseS = 1.2 } = spec;
  const random = seeded(spec.seed);
  const floor = new Float32Array(seconds * STEPS_PER_S);
  const turns: FloorTurn[] = [];
  const phrases: (Phrase & { readonly language: string })[] = [];
  for (let at = 1, turn = 0; at < seconds - 15; turn += 1) {
    const language = spoken[turn % spoken.length] ?? '';
    const startS = at;
    const until = Math.min(seconds - 5, at + turnS * (0.6 + 0.8 * random()));
    while (at < until) {
      const endS = say(floor, at, 1.5 + 4 * random(), random);
      phrases.push({ language, startS: at, endS });
      at = endS + 0.2 + pauseS * random();
    }
    turns.push({ language, startMs: Math.round(startS * 1000), endMs: Math.round(at * 1000) });
    at += 1 + 2 * random();
  }
  const booths = new Map(languages.map((language) => {
    const booth = new Float32Array(floor.length);
    let free = 0;
    for (const phrase of phrases) {
      if (phrase.language === language) continue;
      free = say(booth, Math.max(free + 0.2, phrase.startS + 1 + 2 * random()), phrase.endS - phrase.startS, random);
    }
    for (const turn of turns) {
      if (turn.language !== language) continue;
      const [from, to] = [turn.startMs / 10 + 100, turn.endMs / 10];
      booth.set(floor.subarray(from, to), from);
    }
    return [language, booth] as const;
  }));
  return { floor, booths, turns };
}

/** How a made-up line changes what goes through it. */
export type Line = {
  readonly delayMs?: number;
  readonly driftMsPerHour?: number;
  readonly gainDb?: number;
  /** Level of its noise, LUFS. */
  readonly noiseLufs?: number;
};

/** The momentary loudness of a power row behind a line. */
export function measured(power: Float32Array, line: Line = {}): Float32Array {
  const { delayMs = 0, driftMsPerHour = 0, gainDb = 0, noiseLufs = -75 } = line;
  const sums = new Float64Array(power.length + 1);
  for (let step = 0; step < power.length; step += 1) sums[step + 1] = (sums[step] ?? 0) + (power[step] ?? 0);
  const upTo = (place: number): number => {
    const clamped = Math.min(power.length, Math.max(0, place));
    const whole = Math.min(power.length - 1, Math.floor(clamped));
    return (sums[whole] ?? 0) + (clamped - whole) * (power[whole] ?? 0);
  };
  const noise = 10 ** (noiseLufs / 10);
  return Float32Array.from({ length: Math.floor(power.length / 10) }, (_, hop) => {
    const lateMs = delayMs + (driftMsPerHour * hop) / 36_000;
    const end = (hop + 1) * 10 - lateMs / 10;
    const mean = (upTo(end) - upTo(end - WINDOW_STEPS)) / WINDOW_STEPS;
    return 10 * Math.log10(mean * 10 ** ((gainDb - 15) / 10) + noise);
  });
}

/** A channel with the levels that go with its envelope. */
export function channelOf(key: string, envelope: Float32Array, rest: Partial<ChannelLevels> = {}): ChannelLevels {
  const loud = envelope.filter((value) => value > -40).map((value) => 10 ** (value / 10));
  const mean = loud.reduce((sum, value) => sum + value, 0) / loud.length;
  return {
    key,
    role: key === 'floor' ? 'floor' : 'interpretation',
    language: key === 'floor' ? 'mul' : key,
    envelope,
    integratedLufs: loud.length > 0 ? 10 * Math.log10(mean) : -Infinity,
    truePeakDbtp: -6,
    samples: envelope.length * 4800,
    atFullScale: 0,
    ...rest,
  };
}
