import { hearArgs, HEARING_RATE } from '@openfloor/media';
import type { Tools } from '#platform/process/index.ts';
import type { SoundFile } from '#recordings/index.ts';
import type { ChannelSound } from './recognition.ports.ts';

const PER_MS = HEARING_RATE / 1000;
const BYTES = 2;
const FULL_SCALE = 32_768;
const LIMIT_MS = 10 * 60_000;
const NICE = 15;

/** Reads a channel's sound from its packaged files, a stretch at a time. */
export const openChannelSound = (tools: Tools, files: readonly SoundFile[]): ChannelSound => ({
  async read(fromMs, toMs, signal) {
    const samples = new Float32Array(Math.max(0, (toMs - fromMs) * PER_MS));
    for (const { path, startMs, durationMs } of files) {
      const from = Math.max(fromMs, startMs);
      const to = Math.min(toMs, startMs + durationMs);
      if (to <= from) continue;
      const { stdout } = await tools.run({
        tool: 'ffmpeg', argv: hearArgs(path, (from - startMs) / 1000, (to - startMs) / 1000), signal, timeoutMs: LIMIT_MS, nice: NICE,
        maxOutputBytes: ((to - from) * PER_MS + HEARING_RATE) * BYTES,
      });
      copy(stdout, samples.subarray((from - fromMs) * PER_MS, (to - fromMs) * PER_MS));
    }
    return samples;
  },
});

function copy(bytes: Buffer, samples: Float32Array): void {
  const count = Math.min(samples.length, Math.floor(bytes.length / BYTES));
  const view = new DataView(bytes.buffer, bytes.byteOffset, count * BYTES);
  for (let n = 0; n < count; n += 1) samples[n] = view.getInt16(n * BYTES, true) / FULL_SCALE;
}
