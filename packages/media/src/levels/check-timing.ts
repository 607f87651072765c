import type { ChannelFinding, CheckResult } from './channel-report.ts';
import { notComparable } from './check-booth.ts';
import type { Evidence, Subject } from './evidence.ts';
import { createFineLag } from './fine-lag.ts';
import { finding } from './finding.ts';
import { SAME } from './match.ts';
import { timingOf, type LagPoint, type Timing } from './timing.ts';
import { SECONDS_PER_WINDOW } from './windows.ts';

// Sound late by 60 ms is noticed, by 185 ms it is not accepted any more (ITU-R BT.1359).
const OFFSET_NOTICED_MS = 60;
const OFFSET_FAULT_MS = 185;
// 40 ms an hour are noticed at the end of a day's meeting; 120 within one.
const DRIFT_NOTICED = 40;
const DRIFT_FAULT = 120;
// What a reported value may be off by: twice these (ms, ms per hour).
const OFFSET_ERROR_MS = 10;
const DRIFT_ERROR = 10;
// Clear of the limit by this many standard errors, an unsure value still is a finding.
const CLEARLY = 3;
// Lags further apart than this (standard deviation) are no offset but a line that jumps.
const UNSTEADY_MS = 60;
const LEAST_POINTS = 3;
const MS_PER_HOP = 100;

/** How far the channel lies behind the floor, and by how much more each hour: measured where it carries the floor. */
export function checkTiming(subject: Subject, evidence: Evidence): readonly [ChannelFinding, ChannelFinding] {
  const obstacle = notComparable(subject, evidence);
  const points = obstacle ? [] : lagPoints(subject, evidence);
  if (points.length < LEAST_POINTS) {
    const rest = { result: 'not-checkable', note: obstacle ?? 'floor-not-heard' } as const;
    return [finding('offset', rest), finding('drift', rest)];
  }
  const timing = timingOf(points);
  const other = evidence.floor?.channel.key ?? null;
  return [{ ...offsetOf(timing), other }, { ...driftOf(timing), other }];
}

function lagPoints(subject: Subject, { floor }: Evidence): LagPoint[] {
  if (!floor || !subject.withFloor) return [];
  const fine = createFineLag(floor.track, subject.track);
  const points: LagPoint[] = [];
  for (const [window, state] of subject.withFloor.states.entries()) {
    if (state !== SAME) continue;
    const whole = subject.withFloor.lags[window] ?? 0;
    points.push({ atS: (window + 1) * SECONDS_PER_WINDOW, lagMs: fine(window, whole) * MS_PER_HOP });
  }
  return points;
}

function offsetOf({ offsetMs, offsetErrorMs, unevenMs }: Timing): ChannelFinding {
  const size = Math.abs(offsetMs);
  const result = graded(size, OFFSET_NOTICED_MS, OFFSET_FAULT_MS);
  if (offsetErrorMs > OFFSET_ERROR_MS && size - CLEARLY * offsetErrorMs < OFFSET_NOTICED_MS) {
    return finding('offset', { result: 'not-checkable', note: 'unsteady' });
  }
  const unsteady = unevenMs > UNSTEADY_MS;
  return finding('offset', {
    result: unsteady && result === 'ok' ? 'warning' : result,
    value: Math.round(offsetMs) + 0,
    unit: 'ms',
    note: unsteady ? 'unsteady' : null,
  });
}

function driftOf({ driftMsPerHour, driftErrorMsPerHour }: Timing): ChannelFinding {
  if (driftMsPerHour === null) return finding('drift', { result: 'not-checkable', note: 'too-short' });
  const size = Math.abs(driftMsPerHour);
  const unsure = driftErrorMsPerHour > DRIFT_ERROR;
  const sure = unsure ? size - CLEARLY * driftErrorMsPerHour : size;
  if (unsure && sure <= DRIFT_NOTICED) return finding('drift', { result: 'not-checkable', note: 'too-short' });
  return finding('drift', {
    result: graded(sure, DRIFT_NOTICED, DRIFT_FAULT),
    value: Math.round(driftMsPerHour) + 0,
    unit: 'ms-per-hour',
  });
}

const graded = (size: number, warning: number, fault: number): CheckResult =>
  size > fault ? 'fault' : size > warning ? 'warning' : 'ok';
