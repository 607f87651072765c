import type { PartPlan, PartSources } from './plan.domain.ts';

/** AAC for listening, and the voice rendition, in bit/s. */
export const SOUND_BITS = 64_000;
/** Bit rate of the voice rendition: speech for lines of about 100 kbit/s. */
export const VOICE_BITS = 24_000;

/** Bytes a part will need on disk at most, with a tenth to spare: what is copied counts as its source, what is encoded by its target rate. */
export function spaceFor(plan: PartPlan, part: PartSources): number {
  const seconds = plan.durationMs / 1000;
  const copied = new Set<number>();
  let bits = plan.sounds.length * VOICE_BITS;
  for (const sound of plan.sounds) {
    if (sound.mode === 'copy') copied.add(sound.source);
    else bits += SOUND_BITS;
  }
  for (const picture of [plan.picture, plan.secondPicture]) {
    if (!picture) continue;
    if (picture.mode === 'copy') copied.add(picture.source);
    else bits += picture.top.bitsPerSecond;
    bits += picture.lower.reduce((sum, rung) => sum + rung.bitsPerSecond, 0);
  }
  const copies = [...copied].reduce((sum, index) => sum + (part.sources[index]?.media.sizeBytes ?? 0), 0);
  return Math.ceil(1.1 * (copies + (bits * seconds) / 8) + 10_000_000);
}
