import { buffer } from 'node:stream/consumers';
import type { LocalBlobStore } from '#platform/blobs/index.ts';
import type { MeasuredChannel } from './measuring.ts';

const keyOf = (folder: string, channel: string) => `${folder}/level-${channel}.f32`;
const HEADER_VALUES = 4;

/**
 * Keeps a channel's measurement beside its renditions: four 64-bit floats (LUFS, dBTP, samples, samples at full scale),
 * then the envelope in 32-bit floats, little-endian.
 */
export async function keepMeasurement(blobs: LocalBlobStore, folder: string, measured: MeasuredChannel): Promise<void> {
  const head = new Float64Array([measured.integratedLufs, measured.truePeakDbtp, measured.samples, measured.atFullScale]);
  await blobs.put(keyOf(folder, measured.key), Buffer.concat([Buffer.from(head.buffer), Buffer.from(new Float32Array(measured.envelope).buffer)]));
}

/** A measurement that was kept, or null when the channel wasn't measured yet. */
export async function keptMeasurement(blobs: LocalBlobStore, folder: string, channel: string): Promise<MeasuredChannel | null> {
  if ((await blobs.size(keyOf(folder, channel))) === undefined) return null;
  const bytes = await buffer((await blobs.open(keyOf(folder, channel))).stream);
  const copy = new Uint8Array(bytes).buffer;
  const [integratedLufs = -Infinity, truePeakDbtp = -Infinity, samples = 0, atFullScale = 0] = new Float64Array(copy, 0, HEADER_VALUES);
  return { key: channel, integratedLufs, truePeakDbtp, samples, atFullScale, envelope: new Float32Array(copy, HEADER_VALUES * Float64Array.BYTES_PER_ELEMENT) };
}
