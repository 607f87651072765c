import type { ChannelCheckInput, ChannelLevels } from './channel-report.ts';
import { farLags } from './far-lag.ts';
import { languageOf, windowLanguages } from './floor-languages.ts';
import { DIFFERENT, matchPair, ONE_SIDED, SAME, type PairMatch } from './match.ts';
import { trackOf, windowCount, type Track } from './windows.ts';

/** Fewer windows (10 s each, overlapping by half) than this prove nothing. */
export const LEAST_WINDOWS = 4;

/** One channel with what the checks share. */
export type Subject = {
  readonly channel: ChannelLevels;
  readonly track: Track;
  /** Primary language subtag; null when the channel has no one language. */
  readonly language: string | null;
  /** Seconds in which it carries something. */
  readonly activeS: number;
  /** Compared with the floor (the first of the pair); null for the floor itself and without one. */
  readonly withFloor: PairMatch | null;
};

/** Everything the checks look at. */
export type Evidence = {
  readonly subjects: readonly Subject[];
  readonly floor: Subject | null;
  /** Per window: the language on the floor; null without turns. */
  readonly spoken: readonly (string | null)[] | null;
  /** Primary subtags of the languages said to be spoken on the floor. */
  readonly floorLanguages: ReadonlySet<string>;
  /** The meeting's length in hops. */
  readonly hops: number;
};

/** Compares each channel with the floor and says which language had the floor when. */
export function gather(input: ChannelCheckInput): Evidence {
  const floorChannel = input.channels.find((channel) => channel.key === input.floorKey) ?? null;
  const floor = floorChannel ? subjectOf(floorChannel, null) : null;
  const subjects = input.channels.map((channel) => (channel === floorChannel && floor ? floor : subjectOf(channel, floor)));
  return {
    subjects,
    floor,
    spoken: input.turns && floor ? windowLanguages(input.turns, windowCount(floor.track.envelope.length)) : null,
    floorLanguages: new Set(input.floorLanguages.map(languageOf).filter((language) => language !== null)),
    hops: Math.max(0, ...input.channels.map((channel) => channel.envelope.length)),
  };
}

function subjectOf(channel: ChannelLevels, floor: Subject | null): Subject {
  const track = trackOf(channel);
  return {
    channel,
    track,
    language: languageOf(channel.language),
    activeS: channel.envelope.reduce((sum, value) => sum + (value >= track.activeLufs ? 0.1 : 0), 0),
    withFloor: floor ? matchWithFloor(floor.track, track) : null,
  };
}

/** Near first; where nothing of the floor is found, also at the distances a wrong start would give. */
function matchWithFloor(floor: Track, track: Track): PairMatch {
  const near = matchPair(floor, track);
  const nearSame = tally(near).same;
  if (nearSame >= LEAST_WINDOWS) return near;
  for (const lag of farLags(floor, track)) {
    const far = matchPair(floor, track, lag);
    // Chance may put a window or two anywhere; a wrong start shows in all that the channel has of the floor.
    if (tally(far).same >= LEAST_WINDOWS + 3 * nearSame) return far;
  }
  return near;
}

/** How many windows say what. */
export type Tally = { readonly same: number; readonly different: number; readonly oneSided: number };

/** Counts the windows of a pair, or those of them that `counts` lets through. */
export function tally(match: PairMatch, counts: (window: number) => boolean = () => true): Tally {
  const found = { same: 0, different: 0, oneSided: 0 };
  for (let window = 0; window < match.states.length; window += 1) {
    const state = match.states[window];
    if (!state || !counts(window)) continue;
    if (state === SAME) found.same += 1;
    else if (state === DIFFERENT) found.different += 1;
    else if (state === ONE_SIDED) found.oneSided += 1;
  }
  return found;
}

/** The share of the floor's sound that the channel carries in these windows; null when they are too few. */
export function carriedShare(subject: Subject, counts: (window: number) => boolean): number | null {
  if (!subject.withFloor) return null;
  const { same, different, oneSided } = tally(subject.withFloor, counts);
  const all = same + different + oneSided;
  return all < LEAST_WINDOWS ? null : same / all;
}

/** A share as it is reported: three digits. */
export const rounded = (share: number): number => Math.round(share * 1000) / 1000;
