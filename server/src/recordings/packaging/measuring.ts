import {
  createEnvelopeReader, gainFor, instanceName, joinEnvelopes, measureArgs, parseClipping, parseLoudnessSummaries, type FfmpegInput, type MeasureTarget,
} from '@openfloor/media';

/** What a channel measures over the whole recording. */
export interface MeasuredChannel {
  readonly key: string;
  /** LUFS; -Infinity for silence. */
  readonly integratedLufs: number;
  /** dBTP; -Infinity for silence. */
  readonly truePeakDbtp: number;
  /** Momentary loudness at 10 Hz on the meeting's timeline. */
  readonly envelope: Float32Array;
  readonly samples: number;
  readonly atFullScale: number;
}

/** Loudness that every channel is brought to (EBU R128 with the target of web speech), and the ceiling of its peaks. */
const TARGET = { targetLufs: -18, ceilingDbtp: -1.5 } as const;

/** The linear gain that brings a channel to the target; 0 for one that carries nothing. */
export const gainOf = (measured: MeasuredChannel): number => gainFor(measured, TARGET);

// Below these, descriptors belong to stdin, stdout, stderr and the progress report.
const FIRST_PIPE = 4;

/** Runs ffmpeg for a measurement; the caller knows about progress, limits and signals. */
export type RunMeasurement = (argv: readonly string[], io: { readonly pipes: Record<number, (chunk: Buffer) => void>; readonly onLog: (line: string) => void }) => Promise<void>;

/** Measures channels of one stretch of the timeline that starts at `startMs`. */
export async function measureChannels(run: RunMeasurement, inputs: readonly FfmpegInput[], targets: readonly MeasureTarget[], startMs: number): Promise<MeasuredChannel[]> {
  if (targets.length === 0) return [];
  const job = measureArgs(inputs, targets, FIRST_PIPE);
  const readers = new Map(targets.map(({ key }) => [key, createEnvelopeReader({ offsetMs: startMs })]));
  const log: string[] = [];
  const pipes = Object.fromEntries([...job.pipes].map(([key, fd]) => [fd, (chunk: Buffer) => readers.get(key)?.push(chunk)]));
  await run(job.argv, { pipes, onLog: (line) => log.push(line) });
  const text = log.join('\n');
  const loudness = parseLoudnessSummaries(text);
  const clipping = parseClipping(text);
  return targets.map(({ key }) => {
    const heard = loudness.get(instanceName(key));
    const clipped = clipping.get(instanceName(key));
    return {
      key, envelope: readers.get(key)?.finish() ?? new Float32Array(),
      integratedLufs: heard?.integratedLufs ?? -Infinity, truePeakDbtp: heard?.truePeakDbtp ?? -Infinity,
      samples: clipped?.samples ?? 0, atFullScale: clipped?.atFullScale ?? 0,
    };
  });
}

/** One channel's measurements over several stretches: loudness as the mean power, peaks as the highest. */
export function combine(measured: readonly MeasuredChannel[]): MeasuredChannel {
  const heard = measured.filter((one) => Number.isFinite(one.integratedLufs));
  const samples = measured.reduce((sum, one) => sum + one.samples, 0);
  const weight = heard.reduce((sum, one) => sum + one.envelope.length, 0);
  const power = heard.reduce((sum, one) => sum + one.envelope.length * 10 ** (one.integratedLufs / 10), 0);
  return {
    key: measured[0]?.key ?? '',
    envelope: joinEnvelopes(measured.map((one) => one.envelope)),
    integratedLufs: weight > 0 ? 10 * Math.log10(power / weight) : -Infinity,
    truePeakDbtp: Math.max(-Infinity, ...measured.map((one) => one.truePeakDbtp)),
    samples, atFullScale: measured.reduce((sum, one) => sum + one.atFullScale, 0),
  };
}
