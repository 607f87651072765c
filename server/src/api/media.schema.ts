import { z } from 'zod';

const path = z.string().meta({ description: 'A path on this server.' });

const Step = z.object({
  step: z.enum(['package', 'stills', 'measure', 'voices', 'picture', 'keep-source']),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  failure: z.string().nullable(),
});

const Finding = z.object({
  check: z.string(), result: z.enum(['ok', 'warning', 'fault', 'not-checkable']), value: z.number().nullable(), unit: z.string().nullable(),
  other: z.string().nullable(), note: z.string().nullable(),
}).meta({ id: 'ChannelFinding' });

const MediaChannel = z.object({
  key: z.string(), gainDb: z.number(), levelledDb: z.number(), loudnessLufs: z.number().nullable(), truePeakDbtp: z.number().nullable(),
  sound: z.array(path), voice: z.array(path), soundBytes: z.int(), voiceBytes: z.int(), copied: z.boolean(), checks: z.array(Finding),
}).meta({ id: 'MediaChannel' });

const Rung = z.object({
  id: z.string(), width: z.int(), height: z.int(), bitsPerSecond: z.number(), copied: z.boolean(), files: z.array(path),
}).meta({ id: 'MediaRung' });

/** What there is to hear and see of a meeting. */
export const MeetingMedia = z.object({
  recordingId: z.uuid(),
  state: z.enum(['processing', 'watchable', 'complete', 'failed']),
  failure: z.string().nullable(),
  progress: z.object({ step: Step.shape.step, percent: z.number(), secondsLeft: z.number().nullable() }).nullable(),
  steps: z.array(Step),
  hls: path.nullable().meta({ description: 'The multivariant HLS playlist; null until the recording can be watched.' }),
  poster: path.nullable(),
  storyboard: path.nullable(),
  hasPicture: z.boolean(),
  secondPicture: z.object({
    hls: path.meta({ description: 'Its HLS media playlist; it runs in step with the meeting.' }), width: z.int(), height: z.int(),
    channel: z.string().nullable().meta({ description: 'Key of the sign-language channel it shows; null for another view.' }),
  }).nullable().meta({ description: 'Sign language or another view beside the picture; null where there is none, or none yet.' }),
  durationMs: z.int(),
  rungs: z.array(Rung),
  channels: z.array(MediaChannel),
  events: path.meta({ description: 'Server-sent events about progress and new renditions.' }),
}).meta({ id: 'MeetingMedia' });
