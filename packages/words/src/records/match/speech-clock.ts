import type { Span } from '../../sound/index.ts';

/** Time that runs only while somebody speaks: pauses say where something begins, not how long it lasts. */
export interface SpeechClock {
  /** Speech up to a moment. */
  at(timeMs: number): number;
  /** Moment at which so much has been spoken; where a pause lies there, its end. */
  timeOf(speechMs: number): number;
  readonly allMs: number;
  /** Where speech begins again, with the pause before. */
  readonly starts: readonly { readonly timeMs: number; readonly speechMs: number; readonly pauseMs: number }[];
}

// Without knowledge of pauses, something may begin at any of these.
const GRID_MS = 1000;

/** The clock of a channel; where nothing is known of its speech, all of it counts. */
export function speechClock(speech: readonly Span[] | null, durationMs: number): SpeechClock {
  const known = speech !== null && speech.length > 0 ? speech : null;
  const spans = known ?? [{ startMs: 0, endMs: durationMs }];
  const before: number[] = [];
  let allMs = 0;
  for (const { startMs, endMs } of spans) {
    before.push(allMs);
    allMs += Math.max(0, endMs - startMs);
  }
  const starts = known === null
    ? Array.from({ length: Math.ceil(durationMs / GRID_MS) }, (_, n) => ({ timeMs: n * GRID_MS, speechMs: n * GRID_MS, pauseMs: 0 }))
    : spans.map(({ startMs }, n) => ({ timeMs: startMs, speechMs: before[n] ?? 0, pauseMs: startMs - (spans[n - 1]?.endMs ?? 0) }));
  return {
    allMs,
    starts,
    at(timeMs) {
      const n = spans.findLastIndex(({ startMs }) => startMs <= timeMs);
      const span = spans[n];
      return span === undefined ? 0 : (before[n] ?? 0) + Math.min(timeMs, span.endMs) - span.startMs;
    },
    timeOf(speechMs) {
      const n = Math.max(0, before.findLastIndex((spoken) => spoken <= speechMs));
      const span = spans[n];
      return span === undefined ? 0 : Math.min(span.endMs, span.startMs + Math.max(0, speechMs - (before[n] ?? 0)));
    },
  };
}
