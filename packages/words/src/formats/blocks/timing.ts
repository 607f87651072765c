/** Two times with an arrow between them, as people and programs write them, and what stands after them. */
export interface Timing {
  readonly startMs: number;
  readonly endMs: number;
}

// 00:01:02,345 | 0:01:02.3 | 00:01:02:345 | 1:02 | 62.5 ; also with spaces where none belong.
const TIME = String.raw`(?:(\d{1,4})\s*:\s*)?(\d{1,3})\s*:\s*(\d{1,2})(?:\s*[.,:;]\s*(\d{1,6}))?`;
const ARROW = String.raw`\s*(?:-{1,3}\s?>|—>|–>|→)\s*`;
const TIMES = new RegExp(String.raw`^[^\w-]{0,3}(-?)${TIME}${ARROW}(?:${TIME})?`, 'u');

const toMs = (hours: string | undefined, minutes: string | undefined, seconds: string | undefined, fraction: string | undefined): number =>
  ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000 + Math.round(Number(`0.${fraction ?? '0'}`) * 1000);

/** Reads a line of times generously; null where there are none. A missing end is the start. */
export function mendTiming(line: string): Timing | null {
  const match = TIMES.exec(line);
  if (match === null) return null;
  const [, minus, h1, m1, s1, f1, h2, m2, s2, f2] = match;
  // Before the beginning there is nothing to hear.
  const startMs = minus === '-' ? 0 : toMs(h1, m1, s1, f1);
  return { startMs, endMs: m2 === undefined ? startMs : toMs(h2, m2, s2, f2) };
}

/** True where a line is nothing out of the ordinary in SubRip. */
export const isSrtTiming = (line: string): boolean => /^\d{2,}:\d{2}:\d{2}[,.]\d{3} --> \d{2,}:\d{2}:\d{2}[,.]\d{3}(?:\s|$)/u.test(line);
