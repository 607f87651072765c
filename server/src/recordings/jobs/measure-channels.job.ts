import { checkChannels, type FloorTurn, type MeasureTarget } from '@openfloor/media';
import { combine, gainOf, measureChannels, type MeasuredChannel, type RunMeasurement } from '../packaging/measuring.ts';
import { keepMeasurement, keptMeasurement } from '../packaging/measurements.ts';
import { piecesOf, type RecordingChannel } from '../recordings.domain.ts';
import type { StepResult } from '../recording-steps.service.ts';
import type { StepContext } from './step-context.ts';

/** What the checks need to know of the meeting: who had the floor when, in which language. */
export interface FloorTurns {
  readonly turns: readonly FloorTurn[] | null;
  readonly floorLanguages: readonly string[];
}

/** Measures every channel that wasn't measured for its encoding, and checks all of them against each other. */
export async function measureRecording(context: StepContext, floor: FloorTurns): Promise<StepResult> {
  const { channels } = context.recording.sources;
  const earlier = new Map<string, MeasuredChannel>();
  for (const { key } of channels) {
    const kept = await keptMeasurement(context.blobs, context.folder, key);
    if (kept) earlier.set(key, kept);
  }
  const fresh = await measurePackaged(context, channels.filter(({ key }) => !earlier.has(key)));
  for (const one of fresh.values()) await keepMeasurement(context.blobs, context.folder, one);
  const all = channels.flatMap((channel) => {
    const measured = fresh.get(channel.key) ?? earlier.get(channel.key);
    return measured ? [{ ...channel, measured }] : [];
  });
  const reports = checkChannels({
    channels: all.map(({ measured, ...channel }) => ({ ...measured, key: channel.key, role: channel.role as 'floor', language: channel.language })),
    floorKey: channels.find((channel) => channel.role === 'floor')?.key ?? null,
    turns: floor.turns, floorLanguages: floor.floorLanguages,
  });
  return {
    levels: all.map(({ key, measured }) => ({
      channel: key,
      integratedLufs: finite(measured.integratedLufs), truePeakDbtp: finite(measured.truePeakDbtp), gainDb: gainOf(measured),
      findings: reports.find((report) => report.key === key)?.findings ?? [],
    })),
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Measures channels on their packaged files, which lie on the meeting's timeline and have no picture to be read past. */
async function measurePackaged(context: StepContext, channels: readonly RecordingChannel[]): Promise<Map<string, MeasuredChannel>> {
  const found = new Map<string, MeasuredChannel[]>();
  const pieces = piecesOf(context.recording.sources);
  for (const [n, piece] of pieces.entries()) {
    const part = context.recording.parts[n];
    if (piece.kind === 'break' || !part) continue;
    // One after the other: seven side by side in one run displace each other in the caches of the processor and take a quarter more.
    for (const [c, { key }] of channels.entries()) {
      const at = n + c / channels.length;
      const share = [at / pieces.length, (at + 1 / channels.length) / pieces.length] as const;
      const target: MeasureTarget = { key, track: '0:a:0', chain: '' };
      const run: RunMeasurement = (argv, io) => context.ffmpeg(argv, part.durationMs, share, io);
      const measured = await measureChannels(run, [context.packaged(`sound-${key}${piece.suffix}.mp4`)], [target], part.startMs);
      found.set(key, [...(found.get(key) ?? []), ...measured]);
    }
  }
  return new Map([...found].map(([key, stretches]) => [key, combine(stretches)]));
}
