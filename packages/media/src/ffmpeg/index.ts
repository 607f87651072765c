export type { FfmpegInput } from './arguments.ts';
export { blackArgs, silenceArgs } from './filler-args.ts';
export { measureArgs, instanceName, targetsOnSource, type MeasureJob, type MeasureTarget } from './measure-args.ts';
export { packageRuns, type FfmpegJob, type OutputFile } from './package-args.ts';
export { pictureArgs, type PictureJobSpec } from './picture-args.ts';
export { everyPacketArgs, firstOfTrackArgs, firstPacketsArgs, isEstimate, keyframesArgs, probeArgs, tailArgs } from './probe-args.ts';
export { posterArgs, storyboardArgs, type SheetSpec } from './stills-args.ts';
export { playedTracks, trialArgs } from './trial-args.ts';
export { voiceArgs, type VoiceSource } from './voice-args.ts';
