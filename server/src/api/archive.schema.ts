import { z } from 'zod';
import { GoneMeeting } from '#bulk/index.ts';
import { ChannelLag } from './lag.schema.ts';
import { MeetingMedia } from './media.schema.ts';
import { MeetingDetail, ms } from './meeting.schema.ts';
import { ReadableText } from './text.schema.ts';

const type = <T extends string>(name: T) => z.literal(name);
const Segment = ReadableText.shape.segments.element;

/** A line of `/archive.jsonl`. */
export const ArchiveLine = z.union([
  z.object({ type: type('archive'), form: z.literal('openfloor/archive/1'), origin: z.url() }).meta({ description: 'The first line.' }),
  MeetingDetail.extend({ type: type('meeting'), media: MeetingMedia.nullable() }).meta({ description: 'A meeting; its texts and lags follow.' }),
  ReadableText.extend({ type: type('text'), segments: z.array(Segment.extend({ floorMs: ms.optional().meta({ description: 'When the floor said it, where the lag of the channel is known.' }) })) })
    .meta({ description: 'One text of a channel with all its segments, or an official record.' }),
  ChannelLag.extend({ type: type('lag'), meetingId: z.uuid() }).meta({ description: 'How far a channel is behind the floor.' }),
  GoneMeeting.extend({ type: type('gone') }).meta({ description: 'A copy has to forget this meeting.' }),
  z.object({ type: type('cursor'), cursor: z.string() }).meta({ description: 'All of a meeting has been told: go on from here with cursor.' }),
  z.object({ type: type('end') }).meta({ description: 'The last line: nothing is missing.' }),
]).meta({ id: 'ArchiveLine' });
