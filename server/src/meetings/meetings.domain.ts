import { AppError } from '#platform/errors/index.ts';

/** The states of a meeting and the steps that lead from one to the next. */
export const MEETING_TRANSITIONS = {
  draft: { schedule: 'scheduled', publish: 'published' },
  scheduled: { unschedule: 'draft', publish: 'published', withdraw: 'withdrawn' },
  // Publishing again is what a correction does: it must not fail because the meeting is public already.
  published: { publish: 'published', withdraw: 'withdrawn' },
  withdrawn: { schedule: 'scheduled', republish: 'published' },
} as const satisfies Record<string, Record<string, string>>;

type StepOf<T> = T extends Record<infer K extends string, string> ? K : never;

export type MeetingState = keyof typeof MEETING_TRANSITIONS;
export type MeetingStep = { [S in MeetingState]: StepOf<(typeof MEETING_TRANSITIONS)[S]> }[MeetingState];

export const MEETING_STATES = Object.keys(MEETING_TRANSITIONS) as readonly MeetingState[];

/** Returns the next state; throws `meeting_bad_transition` when the step is not allowed from here. */
export function next(state: MeetingState, step: MeetingStep): MeetingState {
  const to = (MEETING_TRANSITIONS[state] as Partial<Record<MeetingStep, MeetingState>>)[step];
  if (to === undefined) throw new AppError('meeting_bad_transition', { state, step });
  return to;
}

/** What a channel is to the meeting; the names are those of the product's glossary. */
export const CHANNEL_ROLES = [
  'floor',
  'interpretation',
  'relay',
  'audio-description',
  'machine-voice',
  'sign-language',
] as const;

export type ChannelRole = (typeof CHANNEL_ROLES)[number];

/** A stretch of a channel that carries nothing, though it should: in ms on the meeting's timeline. */
export interface Gap {
  readonly startMs: number;
  readonly endMs: number;
}

/** Where a channel comes from: a booth, or a machine and the channel it worked from. */
export interface Provenance {
  readonly method: 'human' | 'machine' | null;
  /** The team, or the engine and its model. */
  readonly by: string | null;
  /** Key of the channel this one was made from (relay, machine voice). */
  readonly from: string | null;
  readonly note: string | null;
}

/** Under what terms the meeting may be used again. */
export interface Rights {
  /** An SPDX identifier, or the name of the terms. */
  readonly licence: string | null;
  readonly url: string | null;
  readonly holder: string | null;
  readonly notice: Readonly<Record<string, string>>;
}
