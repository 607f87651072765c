/** How a level is reached: the media element's volume (0 to 1) and, for a quiet channel, an amplifier (1 or more). */
export interface Level {
  readonly volume: number;
  readonly boost: number;
}

// Below half a decibel nobody hears a difference, and an amplifier ties the element to Web Audio for ever.
const WORTH_BOOSTING_DB = 0.5;

/** The linear factor of a gain in dB: 0 dB is 1, -6 dB about 0.5. */
export function linearGain(gainDb: number): number {
  return 10 ** (gainDb / 20);
}

/**
 * Splits the level a listener wants of a channel over volume and amplifier. A copied channel carries its gain as data;
 * it is applied here. `loudness` is what the listener set, 1 = the channel at its normal level. The amplifier depends on
 * the channel alone, so that a volume slider stays where it was put.
 */
export function levelFor(loudness: number, gainDb: number): Level {
  return {
    volume: Math.min(1, Math.max(0, loudness) * attenuation(gainDb)),
    boost: gainDb > WORTH_BOOSTING_DB ? linearGain(gainDb) : 1,
  };
}

/**
 * What the listener set, told from the element's volume while `gainDb` was in force. It may be above 1 where a channel
 * is turned down: somebody who drags the slider up gets it, and the next channel starts from there.
 */
export function loudnessFrom(volume: number, gainDb: number): number {
  return volume / attenuation(gainDb);
}

const attenuation = (gainDb: number): number => Math.min(1, linearGain(gainDb));
