import { hearArgs, HEARING_RATE } from '@openfloor/media';
import type { Tools } from '#platform/process/index.ts';
import type { SoundFile } from '#recordings/index.ts';

const PER_MS = HEARING_RATE / 1000;
// Minutes of sound are some megabytes, whatever the length of the channel.
const WINDOW_MS = 120_000;
const LIMIT_MS = 10 * 60_000;
const NICE = 15;

/** What is read of a channel's sound. */
export interface SoundWanted {
  readonly tools: Tools;
  readonly files: readonly SoundFile[];
  readonly durationMs: number;
  readonly signal: AbortSignal;
}

/** A channel's sound from the beginning of the meeting's timeline to its end, at `HEARING_RATE`; where there is no file it is silent. */
export async function* channelSound({ tools, files, durationMs, signal }: SoundWanted): AsyncGenerator<Int16Array> {
  for (let fromMs = 0; fromMs < durationMs; fromMs += WINDOW_MS) {
    const toMs = Math.min(durationMs, fromMs + WINDOW_MS);
    const samples = new Int16Array((toMs - fromMs) * PER_MS);
    for (const { path, startMs, durationMs: length } of files) {
      const [from, to] = [Math.max(fromMs, startMs), Math.min(toMs, startMs + length)];
      if (to <= from) continue;
      const { stdout } = await tools.run({
        tool: 'ffmpeg', argv: hearArgs(path, (from - startMs) / 1000, (to - startMs) / 1000), signal, timeoutMs: LIMIT_MS, nice: NICE,
        maxOutputBytes: ((to - from) * PER_MS + HEARING_RATE) * Int16Array.BYTES_PER_ELEMENT,
      });
      const heard = new Int16Array(new Uint8Array(stdout.subarray(0, stdout.length & ~1)).buffer);
      samples.set(heard.subarray(0, (to - from) * PER_MS), (from - fromMs) * PER_MS);
    }
    yield samples;
  }
}
