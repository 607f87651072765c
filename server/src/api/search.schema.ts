import { z } from 'zod';
import { languageTag, LocalizedText, ms } from './meeting.schema.ts';

const named = (id: string) => z.object({ slug: z.string(), name: LocalizedText }).meta({ id });

const FoundText = z.object({
  channel: z.string().meta({ description: 'Key of the channel.' }),
  kind: z.enum(['captions', 'transcript', 'record']),
  language: languageTag,
  text: z.string().meta({ description: 'The moment’s words; of a long one the part around the marks.' }),
  marks: z.array(z.object({ from: z.int(), to: z.int(), named: z.literal(true).optional().meta({ description: 'Not the question’s own words, but what it names called otherwise.' }) })).meta({ description: 'What was looked for, in UTF-16 units of the text.' }),
  at: ms.meta({ description: 'Where to listen in this channel, on the meeting’s timeline.' }),
}).meta({ id: 'FoundText' });

const FoundMoment = z.object({
  meeting: z.object({
    id: z.uuid(), slug: z.string(), title: LocalizedText, body: named('FoundBody').nullable(), starts: z.iso.datetime().nullable(), timezone: z.string(), symbol: z.string().nullable(),
  }),
  start: ms.meta({ description: 'At the floor.' }),
  end: ms,
  speaker: named('FoundSpeaker').nullable(),
  capacity: LocalizedText.nullable(),
  agenda: LocalizedText.nullable(),
  spoken: languageTag.nullable().meta({ description: 'The language spoken at the floor.' }),
  topics: z.array(z.string()),
  floor: FoundText.nullable().meta({ description: 'The floor’s own words.' }),
  match: FoundText.extend({ by: z.enum(['words', 'concept']).meta({ description: 'By the question’s words, or by what it names.' }) }).meta({ id: 'BestMatch' }),
  reader: FoundText.nullable().meta({ description: 'The words in the reader’s language.' }),
  score: z.number().meta({ description: 'Higher fits better; only within one answer.' }),
}).meta({ id: 'FoundMoment', description: 'A moment of about half a minute, within one intervention, in all languages at once.' });

const Facet = z.array(z.object({ value: z.string(), name: LocalizedText.nullable(), count: z.int() }));

/** The answer to a question. */
export const SearchAnswer = z.object({
  total: z.int().meta({ description: 'At least so many, where capped.' }),
  capped: z.boolean().meta({ description: 'Only so many were looked at, the newest first.' }),
  loose: z.boolean().meta({ description: 'Some lack words that were asked for.' }),
  building: z.boolean().meta({ description: 'A new index is still being filled, so some meetings may be missing.' }),
  moments: z.array(FoundMoment),
  facets: z.object({ body: Facet, series: Facet, speaker: Facet, capacity: Facet, agenda: Facet, topic: Facet, spoken: Facet, channel: Facet, year: Facet })
    .meta({ id: 'SearchFacets', description: 'How many of the moments have each value; a value is what the filter of that name takes.' }),
  suggestion: z.string().nullable().meta({ description: 'The question as it may have been meant.' }),
  concepts: z.array(z.object({ slug: z.string(), label: LocalizedText })).meta({ description: 'What the question names, and was looked for in other languages too.' }),
}).meta({ id: 'SearchAnswer' });

/** How what was begun may go on. */
export const Suggestions = z.object({
  suggestions: z.array(z.object({ text: z.string(), kind: z.enum(['word', 'speaker', 'body', 'series', 'topic']), slug: z.string().nullable(), language: languageTag.nullable() })),
});
