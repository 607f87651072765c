import type { Layout } from '@openfloor/media';
import type { Db } from '#platform/db/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Labels } from '../skos/skos.domain.ts';
import type { Tag } from './tag.domain.ts';

/** A concept that is in use, with all that it is called. */
export interface UsedConcept {
  readonly slug: string;
  readonly labels: LocalizedText;
  readonly otherLabels: Labels;
  readonly hiddenLabels: Labels;
  readonly everydayLabels: Labels;
  readonly broader: readonly string[];
  readonly narrower: readonly string[];
  readonly related: readonly string[];
}

/** Concepts in use. */
export interface ConceptSource {
  /** Changes whenever the concepts may have. */
  version(): Promise<string>;
  /** All of them, some at a time. */
  all(): AsyncGenerator<readonly UsedConcept[]>;
}

export const TAG_STATES = ['suggested', 'accepted', 'refused'] as const;
export type TagState = (typeof TAG_STATES)[number];

/** A stretch of a meeting, in ms on its timeline. */
export interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** A topic that somebody has accepted or refused for a moment, which may have been cut otherwise since. */
export interface DecidedTag extends Stretch {
  readonly slug: string;
  readonly state: 'accepted' | 'refused';
}

/** A tag as reviewers see it. */
export interface KeptTag extends Stretch {
  readonly topic: { readonly slug: string; readonly label: LocalizedText };
  readonly state: TagState;
  readonly sureness: number | null;
  readonly said: Readonly<Record<string, string>>;
  readonly decidedBy: string | null;
  /** ISO 8601 in UTC. */
  readonly decidedAt: string | null;
}

export type OpenTagStore = (db: Db) => TagStore;

/** How the files of a recording lay on the timeline, and how they lie now. */
export interface RecordingMove {
  readonly from: Layout;
  readonly to: Layout;
}

/** Tags of moments as they are kept. */
export interface TagStore {
  /**
   * Lets all of a meeting follow a recording that took another's place. What was decided of a stretch that was cut off is kept on the own time of
   * its file, and holds again where a later recording has it; what was only suggested there is found anew.
   */
  move(meetingId: string, move: RecordingMove): Promise<void>;
  decided(meetingId: string): Promise<readonly DecidedTag[]>;
  /** Puts these in the place of what was suggested before; what was decided stays. */
  suggest(meetingId: string, tags: readonly (Stretch & Tag)[]): Promise<void>;
  ofMeeting(meetingId: string): Promise<readonly KeptTag[]>;
  /** The moment of a meeting in which a time lies, as far as tags know. False where there is no such topic. */
  decide(meetingId: string, slug: string, stretch: Stretch, state: TagState, by: string, now: Date): Promise<boolean>;
}
