import type { Intervention, MeetingChannel, MeetingDetail } from '../../meeting-detail.domain.ts';

/** A stretch of a meeting that somebody cites, as it is today; times in ms on the meeting's timeline. */
export interface ShownClip {
  readonly clip: {
    /** None while it has no permanent address. */
    readonly id?: string;
    readonly startMs: number;
    readonly endMs: number;
    /** The words as they were cited; null where nothing is written. */
    readonly quote: { readonly exact: string; readonly kind: 'captions' | 'transcript' | 'record'; readonly language: string } | null;
  };
  readonly meeting: MeetingDetail;
  readonly channel: MeetingChannel;
  readonly place: {
    readonly state: 'unchanged' | 'moved' | 'changed' | 'gone';
    /** Null when it was cut out of the recording. */
    readonly range: { readonly startMs: number; readonly endMs: number } | null;
    /** The words as they stand now; null where they are gone. */
    readonly text: string | null;
  };
  /** The text that was cited, as it stands now. */
  readonly text: { readonly kind: 'captions' | 'transcript' | 'record'; readonly language: string; readonly status: 'machine' | 'edited' | 'final' } | null;
  readonly turn: Intervention | null;
}

/** What somebody wants to cite. */
export interface ClipChoice {
  readonly channel: string;
  readonly startMs: number;
  readonly endMs: number;
  /** The official record instead of what is said. */
  readonly record: boolean;
  /** The sentences of that stretch and nothing around them. */
  readonly snap?: boolean;
}

/** Where the pages get clips from. */
export interface ClipSource {
  /** A stretch without an address; throws `not_found`, `clip_range`. */
  choose(slug: string, wish: ClipChoice): Promise<ShownClip>;
  /** Gives a stretch its permanent address. */
  keep(slug: string, wish: ClipChoice): Promise<{ readonly clip: { readonly id: string } }>;
  /** A clip by its address; throws `not_found`, `meeting_withdrawn`. */
  view(id: string): Promise<ShownClip>;
}

/** Where the pages have files of clips made. */
export interface ClipFileSource {
  /** The file's address, or how far it is. `allow` refuses who asks for too much. */
  file(id: string, wish: { readonly form: 'mp4' | 'm4a'; readonly channel: string | null; readonly captions: readonly string[]; readonly burnt: boolean }, allow: () => Promise<void>): Promise<
    { readonly state: 'ready'; readonly address: string } | { readonly state: 'making'; readonly done: number } | { readonly state: 'failed' }>;
}
