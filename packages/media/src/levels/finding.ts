import type { ChannelCheck, ChannelFinding } from './channel-report.ts';

/** A finding with what stands in it unless said otherwise: nothing. */
export function finding(check: ChannelCheck, rest: Partial<ChannelFinding> & Pick<ChannelFinding, 'result'>): ChannelFinding {
  return { check, value: null, unit: null, other: null, note: null, ...rest };
}
