import { z } from 'zod';
import { LocalizedText, ms } from './meeting.schema.ts';

/** A scheme of concepts as it is kept. */
export const Vocabulary = z.object({
  uri: z.string(), titles: LocalizedText,
  used: z.boolean().meta({ description: 'Whether moments are tagged with its concepts, and queries understood by them.' }),
  concepts: z.int(), changedAt: z.iso.datetime(),
}).meta({ id: 'Vocabulary', description: 'A SKOS concept scheme that topics come from.' });

/** What came of taking a vocabulary in. */
export const Imported = z.object({
  schemes: z.array(z.string()), concepts: z.int(),
  withdrawn: z.int().meta({ description: 'Concepts that the schemes had and that were not among what came: kept, marked as deprecated.' }),
  labels: z.record(z.string(), z.int()).meta({ description: 'How many, by language.' }),
  leftOut: z.array(z.object({ what: z.string(), count: z.int(), example: z.string() })),
}).meta({ id: 'ImportedVocabulary' });

/** A topic of a moment, with what speaks for it. */
export const MomentTag = z.object({
  topic: z.object({ slug: z.string(), label: LocalizedText }), startMs: ms, endMs: ms, state: z.enum(['suggested', 'accepted', 'refused']),
  sureness: z.number().nullable().meta({ description: 'More is surer; null for what somebody has added.' }),
  said: z.record(z.string(), z.string()).meta({ description: 'The words that name it, by language.' }),
  decidedBy: z.string().nullable(), decidedAt: z.iso.datetime().nullable(),
}).meta({ id: 'MomentTag' });

const TopicLink = z.object({ slug: z.string(), label: LocalizedText }).meta({ id: 'TopicLink' });
const counts = { moments: z.int(), meetings: z.int() };

/** How much is said on a topic. */
export const CountedTopic = TopicLink.extend({ uri: z.string().nullable(), ...counts }).meta({ id: 'CountedTopic' });

/** A topic with its neighbours. */
export const Topic = TopicLink.extend({
  uri: z.string().nullable(), otherLabels: z.record(z.string(), z.array(z.string())), notes: LocalizedText, notation: z.string().nullable(),
  deprecated: z.boolean(), replacedBy: TopicLink.nullable(), broader: z.array(TopicLink), narrower: z.array(TopicLink), related: z.array(TopicLink),
  together: z.object({
    topics: z.array(TopicLink.extend(counts)).meta({ description: 'Spoken of in the same moments, the most frequent first.' }),
    pairs: z.array(z.object({ a: z.string(), b: z.string(), moments: z.int() })).meta({ description: 'Two of those with each other.' }),
  }),
}).meta({ id: 'Topic' });
