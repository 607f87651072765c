import { z } from 'zod';
import { CHANNEL_ROLES } from '../meetings.domain.ts';
import { MAX_SECONDS, filePath, languageTag, localized, seconds, strict, text } from './atoms.schema.ts';

const track = z.int().min(0).max(999)
  .describe('Which of the file\'s tracks of this kind, counted from 0; may be left out where there is only one.');
const offset = z.number().min(-MAX_SECONDS).max(MAX_SECONDS)
  .describe('Where the file\'s own zero lies, in seconds after the start of the recording or of its part; may be negative.');

/** Where in a file the sound of a channel is. */
const source = {
  track: track.optional(),
  side: z.enum(['left', 'right']).optional().describe('One side of a stereo track.'),
  channelIndex: z.int().min(0).max(255).optional().describe('One channel of a multichannel track, counted from 0.'),
  offset: offset.optional(),
};

export const channelKey = z.string().max(40).regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, {
  error: 'must be letters A to Z and digits joined by single hyphens, such as floor, fr or fr-2',
}).meta({ id: 'channelId' });

const gap = strict({ start: seconds, end: seconds });

const provenance = strict({
  method: z.enum(['human', 'machine']).optional(),
  by: text(200).optional().describe('The team, or the engine and its model.'),
  from: channelKey.optional().describe('The channel this one was made from.'),
  note: text(1000).optional(),
});

const channel = strict({
  id: channelKey,
  role: z.enum(CHANNEL_ROLES),
  language: languageTag.describe('The language heard; for a floor of several languages mul.'),
  label: localized(200).optional().describe('What tells it apart from another channel in the same language.'),
  provenance: provenance.optional(),
  gaps: z.array(gap).max(1000).optional().describe('Where the channel carries nothing, though it should.'),
  file: filePath.optional(),
  ...source,
}).meta({ id: 'channel' });

const picture = strict({ file: filePath, track: track.optional(), offset: offset.optional() }).meta({ id: 'picture' });

const partPicture = strict({
  file: filePath.optional().describe('Left out: the file of the part.'),
  track: track.optional(),
  offset: offset.optional(),
}).meta({ id: 'pictureOfPart' });

const part = strict({
  starts: seconds.optional().describe('On the timeline of the meeting; left out: directly after the part before.'),
  file: filePath.optional().describe('Where the picture and each channel are, unless they name another file.'),
  picture: partPicture.optional().describe('{} where the picture is in the file of the part; left out: no picture.'),
  secondPicture: partPicture.optional(),
  channels: z.record(channelKey, z.union([strict({ file: filePath.optional(), ...source }), z.null()])).optional()
    .describe('What differs from the list of channels in this part, by channel id; null: the channel is missing here.'),
}).meta({ id: 'part' });

/** The source media of a meeting. */
export const recordingYaml = strict({
  picture: picture.optional(),
  secondPicture: picture.optional().describe('A second view, such as slides or a sign-language interpreter.'),
  channels: z.array(channel).min(1).max(100),
  parts: z.array(part).min(1).max(200).optional()
    .describe('Several files one after another. Then the files are named here, and not in channels.'),
}).meta({ id: 'recording' });

export type RecordingYaml = z.infer<typeof recordingYaml>;
export type PartYaml = z.infer<typeof part>;
export type SourceYaml = Pick<z.infer<typeof channel>, 'file' | 'track' | 'side' | 'channelIndex' | 'offset'>;
