import { z } from 'zod';
import { ms } from './meeting.schema.ts';

const share = z.number().min(0).max(1);

/** The lag of a channel in a few numbers. */
export const LagSummary = z.object({
  channel: z.string().meta({ description: 'Key of the channel.' }),
  withWords: z.boolean().meta({ description: 'Whether words of the floor and of the channel helped; else it rests on pauses alone.' }),
  version: z.int(),
  measuredAt: z.iso.datetime(),
  usualMs: ms.nullable().meta({ description: 'Half of the time the channel is not so far behind; null where it carries the floor all the time.' }),
  leastMs: ms.nullable(),
  mostMs: ms.nullable().meta({ description: 'Nine tenths of the time it is between leastMs and mostMs behind.' }),
  confidence: share.meta({ description: 'How likely the lag is right to within a second, on the whole.' }),
}).meta({ id: 'LagSummary', description: 'How far an interpretation channel is behind the floor.' });

const LagPoint = z.object({
  floorMs: ms.meta({ description: 'A moment at the floor.' }),
  lagMs: ms.meta({ description: 'What is said then is said in the channel so much later.' }),
  confidence: share.meta({ description: 'How likely that is right to within a second.' }),
  basis: z.enum(['floor', 'turn', 'words', 'between']).meta({ description: 'What it rests on: the channel carries the floor itself, a pause at a change of speakers, words, or what lies before and after.' }),
}).meta({ id: 'LagPoint' });

/** The lag of a channel over a meeting. */
export const ChannelLag = LagSummary.pick({ channel: true, withWords: true, version: true, measuredAt: true })
  .extend({ points: z.array(LagPoint).meta({ description: 'By time; between two points the lag changes evenly.' }) })
  .meta({ id: 'ChannelLag', description: 'How far a channel is behind the floor, over the meeting.' });
