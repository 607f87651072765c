import type { LagCurve } from '@openfloor/words';

/** How far a channel is behind the floor, as it was measured last. */
export interface ChannelLag {
  /** Key of the channel. */
  readonly channel: string;
  readonly points: LagCurve;
  /** Whether words helped, of the floor and of the channel; else it rests on pauses alone. */
  readonly withWords: boolean;
  /** Grows whenever it turns out otherwise. */
  readonly version: number;
  readonly measuredAt: Date;
}

/** A lag in a few numbers, for a list. */
export interface LagSummary extends Omit<ChannelLag, 'points' | 'measuredAt'> {
  readonly measuredAt: string;
  /** In ms, over the time in which the channel is interpreted: half of it is below; null where it carries the floor all the time. */
  readonly usualMs: number | null;
  /** All but the lowest and the highest twentieth lies between these, in ms. */
  readonly leastMs: number | null;
  readonly mostMs: number | null;
  /** How likely the lag is right to within a second, from 0 to 1, on the whole. */
  readonly confidence: number;
}

/** Tells a lag in a few numbers. */
export function summaryOf({ points, measuredAt, ...rest }: ChannelLag): LagSummary {
  const pieces = points.slice(1).map((point, n) => ({ lagMs: point.lagMs, confidence: point.confidence, basis: point.basis, lengthMs: point.floorMs - (points[n]?.floorMs ?? point.floorMs) }));
  const interpreted = pieces.filter(({ basis }) => basis !== 'floor').toSorted((a, b) => a.lagMs - b.lagMs);
  const lengthOf = (all: typeof pieces): number => all.reduce((sum, { lengthMs }) => sum + lengthMs, 0);
  const at = (share: number): number | null => {
    let left = share * lengthOf(interpreted);
    return interpreted.find(({ lengthMs }) => (left -= lengthMs) <= 0)?.lagMs ?? null;
  };
  const confidence = pieces.reduce((sum, piece) => sum + piece.confidence * piece.lengthMs, 0) / Math.max(1, lengthOf(pieces));
  return { ...rest, measuredAt: measuredAt.toISOString(), usualMs: at(0.5), leastMs: at(0.05), mostMs: at(0.95), confidence: Math.round(confidence * 100) / 100 };
}

/** Roles of channels that follow the floor in another language. */
export const INTERPRETED: ReadonlySet<string> = new Set(['interpretation', 'relay', 'machine-voice']);

/** Whether a channel of this role is behind the floor. */
export const isInterpreted = ({ role }: { readonly role: string }): boolean => INTERPRETED.has(role);
