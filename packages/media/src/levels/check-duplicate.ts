import type { ChannelFinding, CheckResult } from './channel-report.ts';
import { LEAST_WINDOWS, rounded, tally, type Evidence, type Subject } from './evidence.ts';
import { finding } from './finding.ts';
import { matchPair, SAME, type PairMatch } from './match.ts';
import { median } from './timing.ts';
import { WINDOW_STEP } from './windows.ts';

// Single windows match by chance (2 in 1000, measured); half of them don't.
const DUPLICATE = 0.5;
const SUSPICIOUS = 0.1;

type Twin = { readonly other: Subject; readonly share: number };

/** Finds, for each of these channels, the one most like it. Each pair is compared once. */
export function checkDuplicates(subjects: readonly Subject[], evidence: Evidence): Map<string, ChannelFinding> {
  const twins = new Map<Subject, Twin>();
  const unsure = new Set<Subject>();
  for (const [index, one] of subjects.entries()) {
    for (const other of subjects.slice(index + 1)) {
      const share = likeness(one, other, evidence);
      if (share === null) {
        unsure.add(one).add(other);
        continue;
      }
      for (const [subject, twin] of [[one, other], [other, one]] as const) {
        if (share > (twins.get(subject)?.share ?? -1)) twins.set(subject, { other: twin, share });
      }
    }
  }
  return new Map(subjects.map((subject) => [subject.channel.key, judged(subject, twins.get(subject), unsure.has(subject))]));
}

/** The share of windows in which both carry the same, leaving out where both rightly carry the floor; null: can't be told. */
function likeness(one: Subject, other: Subject, evidence: Evidence): number | null {
  if (one.activeS === 0 && other.activeS === 0) return null;
  if (one.activeS === 0 || other.activeS === 0) return 0;
  const oneFloor = carriesFloorAt(one.withFloor);
  const otherFloor = carriesFloorAt(other.withFloor);
  const match = matchPair(one.track, other.track);
  const { same, different, oneSided } = tally(match, (window) => !(evidence.floor && oneFloor(window) && otherFloor(window)));
  const all = same + different + oneSided;
  return all < LEAST_WINDOWS ? null : same / all;
}

/** Whether a channel carries the floor in a window of its own time, which is out by its lag. */
function carriesFloorAt(match: PairMatch | null): (window: number) => boolean {
  if (!match) return () => false;
  const lags = [...match.lags].filter((_, window) => match.states[window] === SAME);
  const shift = lags.length > 0 ? Math.round(median(lags) / WINDOW_STEP) : 0;
  return (window) => match.states[window - shift] === SAME;
}

function judged(subject: Subject, twin: Twin | undefined, unsure: boolean): ChannelFinding {
  if (subject.activeS === 0) return finding('duplicate', { result: 'not-checkable', note: 'no-sound' });
  const result: CheckResult = !twin || twin.share < SUSPICIOUS ? 'ok' : twin.share < DUPLICATE ? 'warning' : 'fault';
  if (!twin || (unsure && result === 'ok')) {
    return finding('duplicate', { result: 'not-checkable', note: 'too-little-to-compare' });
  }
  const value = { value: rounded(twin.share), unit: 'share' } as const;
  if (result === 'ok') return finding('duplicate', { ...value, result });
  const known = subject.language !== null && subject.language === twin.other.language;
  return finding('duplicate', {
    ...value,
    // Two channels of one language may well be one source: a relay and its booth.
    result: known ? 'warning' : result,
    other: twin.other.channel.key,
    note: known ? 'same-language' : result === 'warning' ? 'partly' : null,
  });
}
