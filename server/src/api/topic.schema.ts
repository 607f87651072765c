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
