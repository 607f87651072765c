/** How a level is reached: the media element's volume (0 to 1) and, above it, an amplifier (1 or more). */
export interface Level {
  readonly volume: number;
  readonly boost: number;
}

// Below half a decibel nobody hears a difference, and an amplifier ties the element to Web Audio for ever.
const WORTH_BOOSTING = 10 ** (0.5 / 20);

/** The linear factor of a gain in dB: 0 dB is 1, -6 dB about 0.5. */
export function linearGain(gainDb: number): number {
  return 10 ** (gainDb / 20);
}

/**
 * Splits the level a listener wants of a channel over volume and amplifier. A copied channel carries its gain as data;
 * it is applied here. `loudness` is what the listener set, 1 = the channel at its normal level.
 */
export function levelFor(loudness: number, gainDb: number): Level {
  const wanted = Math.max(0, loudness) * linearGain(gainDb);
  if (wanted <= WORTH_BOOSTING) return { volume: Math.min(1, wanted), boost: 1 };
  return { volume: 1, boost: wanted };
}

/**
 * What the listener set, told from the element's volume while `gainDb` and `boost` were in force. It may be above 1
 * where a channel is turned down: somebody who drags the slider up gets it, and the next channel starts from there.
 */
export function loudnessFrom(level: Level, gainDb: number): number {
  return (level.volume * level.boost) / linearGain(gainDb);
}
