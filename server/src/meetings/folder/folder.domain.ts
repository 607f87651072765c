import type { LocalizedText } from '#platform/i18n/index.ts';
import type { ChannelRole, Gap, Provenance, Rights } from '../meetings.domain.ts';

export const FOLDER_SCHEMA = 'openfloor/meeting/1';

/** The name of the description inside a meeting folder. */
export const FOLDER_FILE = 'meeting.yaml';

/**
 * A meeting with everything it has, as read from (or on its way to) a meeting folder: defaults filled in,
 * times in ms, files as paths relative to the folder. The catalogue stores it and gives it back unchanged,
 * all but the files (`recording.parts`, `words`, `clips`), which belong to the recordings, the words and the clips.
 */
export interface MeetingFolder {
  /** Null: made from the title when the meeting is stored. */
  readonly slug: string | null;
  /** Older addresses of the meeting, which redirect. */
  readonly formerSlugs: readonly string[];
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly body: FolderBody | null;
  readonly series: { readonly slug: string; readonly title: LocalizedText } | null;
  readonly format: string;
  /** ISO 8601 in UTC with ms, such as 2020-12-03T15:00:00.000Z. */
  readonly starts: string | null;
  readonly ends: string | null;
  /** First publication, same form; null before it. */
  readonly published: string | null;
  /** IANA name. */
  readonly timezone: string;
  readonly symbol: string | null;
  /** The languages spoken on the floor, most important first. */
  readonly floorLanguages: readonly string[];
  readonly categories: readonly FolderCategory[];
  readonly topics: readonly FolderTopic[];
  readonly documents: readonly FolderDocument[];
  readonly agenda: readonly FolderAgendaItem[];
  /** In order of start. */
  readonly interventions: readonly FolderIntervention[];
  readonly rights: Rights | null;
  readonly recording: FolderRecording | null;
  readonly words: readonly FolderWords[];
  /** The file of its clips, where it comes from an export. */
  readonly clips?: string;
}

/** A body and what it is part of; empty names mean "as the catalogue has it". */
export interface FolderBody {
  readonly slug: string;
  readonly name: LocalizedText;
  /** Null: not said, so an existing body keeps its place. */
  readonly parent: FolderBody | null;
}

export interface FolderCategory {
  /** Slugs joined by `/`, from the top. */
  readonly path: string;
  /** One per step of the path, from the top; empty ones mean "as the catalogue has it". */
  readonly names: readonly LocalizedText[];
}

export interface FolderTopic {
  readonly slug: string;
  readonly label: LocalizedText;
  readonly uri: string | null;
}

export interface FolderDocument {
  readonly symbol: string | null;
  readonly title: LocalizedText;
  readonly url: string | null;
}

export interface FolderAgendaItem {
  readonly title: LocalizedText;
  readonly symbol: string | null;
  /** Null while the meeting has not been held. */
  readonly startMs: number | null;
  readonly endMs: number | null;
}

export interface FolderIntervention {
  readonly speaker: { readonly slug: string; readonly name: LocalizedText };
  /** The country or organisation spoken for. */
  readonly capacity: LocalizedText | null;
  readonly language: string;
  readonly startMs: number;
  readonly endMs: number | null;
  /** Index in `agenda`, from 0. */
  readonly agendaItem: number | null;
}

/** The source media: which channels there are, and in which files they lie. */
export interface FolderRecording {
  readonly channels: readonly FolderChannel[];
  /** One after another; one for a meeting recorded without a break. */
  readonly parts: readonly FolderPart[];
}

export interface FolderChannel {
  /** Unique in the meeting, such as `floor` or `fr`; the `id` of meeting.yaml. */
  readonly key: string;
  readonly role: ChannelRole;
  readonly language: string;
  readonly label: LocalizedText | null;
  readonly provenance: Provenance | null;
  readonly gaps: readonly Gap[];
}

/** One continuous stretch of the recording; its files run beside each other. */
export interface FolderPart {
  /** On the meeting's timeline; null: directly after the part before (0 for the first). */
  readonly startMs: number | null;
  readonly picture: PictureSource | null;
  readonly secondPicture: PictureSource | null;
  /** At most one per channel, in the order of the channels; a channel without one is silent in this part. */
  readonly sound: readonly ChannelSource[];
}

export interface PictureSource {
  readonly file: string;
  /** Index among the file's video tracks, from 0; null: its only one. */
  readonly track: number | null;
  /** Where the file's own zero lies, in ms after the start of the part; may be negative. */
  readonly offsetMs: number;
}

/** The source of one channel; for `sign-language` it is a picture, and `track` counts video tracks. */
export interface ChannelSource extends PictureSource {
  /** Key of the channel. */
  readonly channel: string;
  /** The whole track, one side of a stereo track, or one channel of a multichannel track, from 0. */
  readonly pick: 'all' | 'left' | 'right' | number;
}

export const WORDS_KINDS = ['captions', 'transcript', 'record'] as const;

export const WORDS_STATES = ['machine', 'edited', 'final'] as const;

export interface FolderWords {
  readonly kind: (typeof WORDS_KINDS)[number];
  /** Key of the channel whose words these are; null for a record. */
  readonly channel: string | null;
  readonly language: string;
  readonly file: string;
  /** How far the text can be trusted; left out: people have seen to it. */
  readonly status?: (typeof WORDS_STATES)[number];
  /** What was done to the text before, as an export writes it. */
  readonly history?: string;
  /** The file as it was once handed in, where `file` is what became of it. */
  readonly original?: string;
}
