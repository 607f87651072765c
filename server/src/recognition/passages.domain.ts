/** A stretch of the sound in ms from its beginning. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

// A recogniser misses the first sound of a word that begins with the first sample.
const AROUND_MS = 200;
// Between sentences people pause for as long; within one seldom.
const PARTING_PAUSE_MS = 700;
/** Longer passages give the recogniser more to go by; far longer ones cost memory by the square. */
export const LONGEST_PASSAGE_MS = 24_000;

/**
 * Joins stretches of speech to passages for the recogniser: apart at pauses, each at most 24 s. Speech that goes on without
 * any pause for longer is cut where `quietest` says.
 * @param lengthMs of the sound that the stretches lie in
 */
export function passagesOf(speech: readonly Stretch[], lengthMs: number, quietest: (fromMs: number, toMs: number) => number): Stretch[] {
  const short = speech.flatMap((stretch) => pieces(stretch, quietest));
  const passages: { fromMs: number; toMs: number }[] = [];
  for (const stretch of short) {
    const last = passages.at(-1);
    const pause = last ? stretch.fromMs - last.toMs : 0;
    if (last && pause < PARTING_PAUSE_MS && stretch.toMs - last.fromMs <= LONGEST_PASSAGE_MS) last.toMs = stretch.toMs;
    else passages.push({ ...stretch });
  }
  return passages.map(({ fromMs, toMs }, n) => ({
    fromMs: Math.max(0, fromMs - room(fromMs - (passages[n - 1]?.toMs ?? -2 * AROUND_MS))),
    toMs: Math.min(lengthMs, toMs + room((passages[n + 1]?.fromMs ?? lengthMs + 2 * AROUND_MS) - toMs)),
  }));
}

/** Half of a pause belongs to each side. */
const room = (pauseMs: number): number => Math.max(0, Math.min(AROUND_MS, Math.floor(pauseMs / 2)));

function pieces({ fromMs, toMs }: Stretch, quietest: (fromMs: number, toMs: number) => number): Stretch[] {
  const found: Stretch[] = [];
  let from = fromMs;
  while (toMs - from > LONGEST_PASSAGE_MS) {
    const cut = quietest(from + LONGEST_PASSAGE_MS - 5000, from + LONGEST_PASSAGE_MS);
    found.push({ fromMs: from, toMs: cut });
    from = cut;
  }
  return [...found, { fromMs: from, toMs }];
}

/**
 * Parts the passages of a window into those that are whole and where the next window begins: speech that goes on at the end
 * is left for it, unless the sound ends here.
 */
export function wholePassages(passages: readonly Stretch[], windowMs: number, isLast: boolean): { readonly whole: readonly Stretch[]; readonly nextMs: number } {
  const last = passages.at(-1);
  const open = !isLast && last !== undefined && windowMs - last.toMs < PARTING_PAUSE_MS && (passages.length > 1 || last.fromMs > 0);
  return open ? { whole: passages.slice(0, -1), nextMs: last.fromMs } : { whole: passages, nextMs: windowMs };
}
