import { z } from 'zod';

const time = z.iso.datetime();
export const ms = z.int().meta({ description: 'Milliseconds on the meeting’s timeline.' });
export const languageTag = z.string().meta({ description: 'BCP 47 tag.' });

/** Texts by language. */
export const LocalizedText = z.record(z.string(), z.string()).meta({ id: 'LocalizedText', description: 'One text per language, by BCP 47 tag.' });
const Link = z.object({ slug: z.string(), name: LocalizedText }).meta({ id: 'BodyLink' });
const State = z.enum(['draft', 'scheduled', 'published', 'withdrawn']).meta({ id: 'MeetingState' });
const Role = z.enum(['floor', 'interpretation', 'relay', 'audio-description', 'machine-voice', 'sign-language']).meta({ id: 'ChannelRole' });

/** A channel of a meeting. */
const Channel = z.object({
  id: z.string(),
  key: z.string().meta({ description: 'Unique in the meeting and kept over corrections, such as fr.' }),
  role: Role,
  language: languageTag,
  label: LocalizedText.nullable(),
  provenance: z.object({
    method: z.enum(['human', 'machine']).nullable(), by: z.string().nullable(), from: z.string().nullable(), note: z.string().nullable(),
  }).nullable(),
  gaps: z.array(z.object({ startMs: ms, endMs: ms })),
}).meta({ id: 'Channel' });

const Agenda = z.object({ id: z.string(), title: LocalizedText, symbol: z.string().nullable(), startMs: ms.nullable(), endMs: ms.nullable() }).meta({ id: 'AgendaItem' });
const Turn = z.object({
  id: z.string(), position: z.int(), speaker: z.object({ slug: z.string(), name: LocalizedText }), capacity: LocalizedText.nullable(),
  language: languageTag, startMs: ms, endMs: ms.nullable(), agendaItemId: z.string().nullable(),
}).meta({ id: 'Intervention', description: 'One turn at the floor.' });
const Document = z.object({ symbol: z.string().nullable(), title: LocalizedText, url: z.string().nullable() }).meta({ id: 'Document' });
const Rights = z.object({ licence: z.string().nullable(), url: z.string().nullable(), holder: z.string().nullable(), notice: LocalizedText }).meta({ id: 'Rights' });

const head = {
  id: z.uuid(),
  slug: z.string().meta({ description: 'The meeting’s address. It may change; the old one goes on leading here.' }),
  state: State,
  title: LocalizedText,
  format: z.string(),
  starts: time.nullable(),
  ends: time.nullable(),
  timezone: z.string().meta({ description: 'IANA name of the time zone in which the meeting is held.' }),
  symbol: z.string().nullable(),
  durationMs: ms.nullable(),
  floorLanguages: z.array(languageTag),
  publishedAt: time.nullable(),
  updatedAt: time,
};

/** What a list says about each meeting. */
export const MeetingSummary = z.object({ ...head, body: Link.nullable(), channels: z.array(Channel.pick({ key: true, role: true, language: true })) })
  .meta({ id: 'MeetingSummary' });

/** Everything about a meeting but its media. */
export const MeetingDetail = z.object({
  ...head,
  version: z.int(),
  description: LocalizedText,
  body: Link.extend({ parents: z.array(Link) }).nullable(),
  series: z.object({ slug: z.string(), title: LocalizedText }).nullable(),
  categories: z.array(z.object({ path: z.string(), name: LocalizedText })),
  topics: z.array(z.object({ slug: z.string(), label: LocalizedText })),
  documents: z.array(Document),
  agenda: z.array(Agenda),
  interventions: z.array(Turn),
  channels: z.array(Channel),
  rights: Rights.nullable(),
});

/** A place in the tree of bodies. */
export const BodyNode = z.object({
  slug: z.string(), name: LocalizedText, meetings: z.int(), total: z.int(),
  get children() { return z.array(BodyNode); },
}).meta({ id: 'BodyNode', description: 'Counts are of public meetings: of this very body, and with all below it.' });

/** A place in the browsing tree. */
export const CategoryNode = z.object({
  path: z.string(), name: LocalizedText, meetings: z.int(), total: z.int(),
  get children() { return z.array(CategoryNode); },
}).meta({ id: 'CategoryNode' });
