export { checkChannels } from './check-channels.ts';
export { createEnvelopeReader, ENVELOPE_HZ, joinEnvelopes, NOTHING_LUFS, type EnvelopeReader } from './envelope.ts';
export { parseClipping, parseLoudnessSummaries, type ClippingCount, type LoudnessSummary } from './ffmpeg-log.ts';
export { gainFor, SILENT_BELOW_LUFS, type LoudnessTarget, type MeasuredLoudness } from './gain.ts';
export type {
  ChannelCheck, ChannelCheckInput, ChannelFinding, ChannelLevels, ChannelReport,
  CheckedRole, CheckResult, FindingNote, FindingUnit, FloorTurn,
} from './channel-report.ts';
