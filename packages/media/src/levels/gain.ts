/** Loudness as measured over a whole channel. */
export type MeasuredLoudness = {
  /** LUFS (EBU R128); -Infinity when nothing was loud enough to count. */
  readonly integratedLufs: number;
  /** dBTP; -Infinity for digital silence. */
  readonly truePeakDbtp: number;
};

/** Where a channel is brought by linear gain. */
export type LoudnessTarget = { readonly targetLufs: number; readonly ceilingDbtp: number };

/** A booth below this is off or only hisses: raising it would bring up nothing but noise. */
export const SILENT_BELOW_LUFS = -50;

// Beyond this a boost lifts the room and the line more than the voice.
const MAX_BOOST_DB = 20;

/**
 * The linear gain in dB that brings a channel to the target without passing the true-peak ceiling.
 * In steps of 0.1 dB, rounded downwards; 0 for a silent channel; never above +20.
 */
export function gainFor(measured: MeasuredLoudness, target: LoudnessTarget): number {
  if (!(measured.integratedLufs >= SILENT_BELOW_LUFS)) return 0;
  const wanted = target.targetLufs - measured.integratedLufs;
  const room = Number.isNaN(measured.truePeakDbtp) ? Math.min(0, wanted) : target.ceilingDbtp - measured.truePeakDbtp;
  // A tenth that is there but for binary rounding (2.9999999999999996) counts as reached; + 0 turns -0 into 0.
  return Math.floor(Math.min(wanted, room, MAX_BOOST_DB) * 10 + 1e-6) / 10 + 0;
}
