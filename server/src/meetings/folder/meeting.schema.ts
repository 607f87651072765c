import { z } from 'zod';
import { filePath, instant, languageTag, localized, seconds, slug, strict, text, webAddress } from './atoms.schema.ts';
import { FOLDER_SCHEMA, WORDS_KINDS, WORDS_STATES } from './folder.domain.ts';
import { channelKey, recordingYaml } from './recording.schema.ts';
import { isTimezone } from './time.domain.ts';

const TITLE = 1000;
const NAME = 300;

export interface BodyYaml {
  readonly slug: string;
  readonly name?: Record<string, string> | undefined;
  readonly parent?: string | BodyYaml | undefined;
}

const bodyObject: z.ZodType<BodyYaml> = strict({
  slug,
  name: localized(NAME).optional(),
  get parent() {
    return body.optional();
  },
}).meta({ id: 'body' });

const body = z.union([slug, bodyObject]).meta({ id: 'bodyOrSlug' });

const categoryPath = z.string().max(500).refine((path) => path.split('/').every((step) => slug.safeParse(step).success), {
  error: 'must be slugs joined by /, such as meetings-events/security-council',
}).meta({ id: 'categoryPath' });

const category = z.union([categoryPath, strict({
  path: categoryPath,
  name: localized(NAME).optional(),
  parents: z.array(z.union([localized(NAME), z.null()])).max(20).optional()
    .describe('The names of the categories above, from the top; null where it is not known.'),
})]);

const topic = z.union([slug, strict({ slug, label: localized(NAME).optional(), uri: webAddress.optional() })]);

const speaker = z.union([
  strict({ slug, name: localized(NAME) }),
  localized(NAME),
]);

const agendaItem = strict({
  title: localized(TITLE),
  symbol: text(200).optional(),
  start: seconds.optional(),
  end: seconds.optional(),
}).meta({ id: 'agendaItem' });

const intervention = strict({
  speaker,
  capacity: localized(NAME).optional().describe('The country or organisation spoken for.'),
  language: languageTag,
  start: seconds,
  end: seconds.optional(),
  agendaItem: z.int().min(1).optional().describe('The item of the agenda spoken to, counted from 1.'),
}).meta({ id: 'intervention' });

const document = strict({ symbol: text(200).optional(), title: localized(TITLE).optional(), url: webAddress.optional() }).meta({ id: 'document' });

const rights = strict({
  licence: text(200).optional().describe('An SPDX identifier, or the name of the terms.'),
  url: webAddress.optional(),
  holder: text(NAME).optional(),
  notice: localized(2000).optional(),
}).meta({ id: 'rights' });

const words = strict({
  kind: z.enum(WORDS_KINDS),
  channel: channelKey.optional().describe('For captions and transcripts: the channel whose words these are.'),
  language: languageTag.optional().describe('Left out: that of the channel.'),
  file: filePath,
  status: z.enum(WORDS_STATES).optional().describe('machine: nobody has corrected it. final: nothing changes it any more. Left out: edited.'),
  history: filePath.optional().describe('Where the text comes from an export: what was done to it before.'),
  original: filePath.optional().describe('Where the text comes from an export: the file as it was handed in. It is kept, and not read.'),
}).meta({ id: 'words' });

/** `meeting.yaml`, as people write it. */
export const meetingYaml = strict({
  schema: z.literal(FOLDER_SCHEMA),
  slug: slug.optional().describe('The address of the meeting; left out: made from the title.'),
  formerSlugs: z.array(slug).max(100).optional().describe('Older addresses, which redirect to this meeting.'),
  title: localized(TITLE),
  description: localized(20_000).optional(),
  body: body.optional().describe('The body that meets; made on first use.'),
  series: z.union([slug, strict({ slug, title: localized(TITLE).optional() })]).optional(),
  format: z.string().max(60).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be a word such as meeting, open-vtc, briefing or press-conference' })
    .optional(),
  starts: instant.optional(),
  ends: instant.optional(),
  published: instant.optional().describe('When the meeting was first published.'),
  timezone: z.string().refine(isTimezone, { error: 'must be a time zone of the IANA list, such as America/New_York or UTC' }).optional(),
  symbol: text(200).optional().describe('The document symbol of the meeting.'),
  floorLanguages: z.array(languageTag).max(100).optional().describe('Left out: those of the interventions, else that of the floor.'),
  categories: z.array(category).max(50).optional(),
  topics: z.array(topic).max(100).optional(),
  documents: z.array(document).max(500).optional(),
  agenda: z.array(agendaItem).max(500).optional(),
  interventions: z.array(intervention).max(5000).optional(),
  rights: rights.optional(),
  recording: recordingYaml.optional().describe('Without it, the meeting is a scheduled one.'),
  words: z.array(words).max(500).optional(),
  clips: filePath.optional().describe('Where the meeting comes from an export: its clips with their addresses, for a meeting that is new here.'),
});

export type MeetingYaml = z.infer<typeof meetingYaml>;

/** The JSON Schema of `meeting.yaml`, for editors and other programs. */
export const meetingJsonSchema = (): unknown => ({
  ...z.toJSONSchema(meetingYaml, { io: 'input', target: 'draft-2020-12' }),
  $id: 'urn:openfloor:schema:meeting:1',
  title: 'Openfloor meeting folder, version 1',
});
