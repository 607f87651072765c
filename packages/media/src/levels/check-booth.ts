import type { ChannelFinding, FindingNote } from './channel-report.ts';
import { carriedShare, LEAST_WINDOWS, rounded, tally, type Evidence, type Subject } from './evidence.ts';
import { finding } from './finding.ts';

// Below this share, the floor in a booth's channel is a late handover.
const LATE_HANDOVER = 0.05;
// From here on it is not a matter of some moments.
const MUCH = 0.25;
const NEARLY_THROUGHOUT = 0.9;
const NEVER = 0.02;

const cannot = (note: FindingNote): ChannelFinding => finding('floor-in-booth', { result: 'not-checkable', note });

/** Why a channel can't be compared with the floor; null when it can. */
export function notComparable(subject: Subject, evidence: Evidence): FindingNote | null {
  if (!evidence.floor || !subject.withFloor) return 'no-floor';
  if (evidence.floor.activeS === 0) return 'floor-silent';
  return subject.activeS === 0 ? 'no-sound' : null;
}

/**
 * Whether the channel carries the floor while another language than its own is spoken there: the value is the share
 * of that time. `language` is the one that the channel really carries, where that is known to be another.
 */
export function checkFloorInBooth(subject: Subject, evidence: Evidence, language: string | null): ChannelFinding {
  const obstacle = notComparable(subject, evidence);
  if (obstacle) return cannot(obstacle);
  if (language === null) return cannot('no-language');
  const { spoken } = evidence;
  if (!spoken) return withoutTurns(subject, evidence, language);
  const share = carriedShare(subject, (window) => spoken[window] !== null && spoken[window] !== language);
  return share === null ? cannot('too-little-to-compare') : judged(share);
}

function judged(share: number): ChannelFinding {
  const value = { value: rounded(share), unit: 'share' } as const;
  if (share < LATE_HANDOVER) return finding('floor-in-booth', { ...value, result: 'ok' });
  return finding('floor-in-booth', {
    ...value,
    result: share >= MUCH ? 'fault' : 'warning',
    note: share >= NEARLY_THROUGHOUT ? 'nearly-throughout' : 'partly',
  });
}

/** Without turns only the extremes can be judged: a channel that always carries the floor, or never. */
function withoutTurns(subject: Subject, { floorLanguages }: Evidence, language: string): ChannelFinding {
  const { same, different } = tally(subject.withFloor ?? { states: new Uint8Array(), lags: new Int16Array() });
  if (same + different < LEAST_WINDOWS) return cannot('too-little-to-compare');
  const share = same / (same + different);
  const ownOnly = floorLanguages.size === 1 && floorLanguages.has(language);
  const neverOwn = floorLanguages.size > 0 && !floorLanguages.has(language);
  if (neverOwn) return judged(share);
  const value = { value: rounded(share), unit: 'share' } as const;
  if (ownOnly || share < NEVER) return finding('floor-in-booth', { ...value, result: 'ok' });
  if (share >= NEARLY_THROUGHOUT) return finding('floor-in-booth', { ...value, result: 'fault', note: 'nearly-throughout' });
  return finding('floor-in-booth', { ...value, result: 'not-checkable', note: 'no-turns' });
}
