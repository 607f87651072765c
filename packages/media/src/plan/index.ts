export type { ChannelSource, EncodeReason, PartPlan, PartSources, PicturePlan, PictureSource, PlanSource, Rung, SoundPlan } from './plan.domain.ts';
export { encodedInstead } from './ladder.ts';
export { planPart } from './plan-part.ts';
export { claimedEnd, claimedEndOfAll, isTransport, lastSeconds, ownZero, trackName } from './timeline.ts';
export { SOUND_BITS, spaceFor, VOICE_BITS } from './space.ts';
