import { boxesIn, boxHeader, childOf, i32, u32, u64, u8, type Box } from './boxes.ts';
import type { ByteReader } from './byte-reader.ports.ts';
import { Fmp4Error } from './fmp4-error.ts';
import { fragmentAt, type FragmentIndex } from './fragment-index.domain.ts';
import { parseTfhd, type Head } from './moof.ts';
import { parseMoov, type SampleDefaults } from './moov.ts';

/** One frame of a track, in the order in which it is decoded; times in the track's timescale. */
export interface Sample {
  /** Where its bytes are in the file. */
  readonly offset: number;
  readonly size: number;
  /** When it is decoded. */
  readonly start: number;
  readonly duration: number;
  /** How much later than it is decoded it is shown. */
  readonly composition: number;
  readonly sync: boolean;
}

const NOT_A_KEYFRAME = 0x0001_0000;

/**
 * The frames of some fragments of a file, from one to another (positions in the index, the last not included).
 * @throws Fmp4Error when a header contradicts itself
 */
export async function readSamples(reader: ByteReader, index: FragmentIndex, from: number, to: number): Promise<Sample[]> {
  const init = (await reader.read(index.init.offset, index.init.length)).slice();
  const moov = childOf(init, { body: 0, end: init.length }, 'moov');
  if (!moov) throw new Fmp4Error('no_moov', 'The file has no whole moov header.');
  const { defaults } = parseMoov(init, moov);
  const samples: Sample[] = [];
  for (let n = from; n < to; n += 1) {
    const fragment = fragmentAt(index, n);
    const head = await reader.read(fragment.offset, Math.min(fragment.length, fragment.headerLength));
    const found = boxHeader(head, 0);
    if (!found || found.size > head.length) throw new Fmp4Error('broken_box', `The fragment at byte ${fragment.offset} could not be read whole.`);
    samples.push(...moofSamples(head, { type: found.type, start: 0, body: found.header, end: found.size }, fragment.offset, defaults, fragment.start));
  }
  return samples;
}

function moofSamples(bytes: Uint8Array, moof: Box, fileOffset: number, defaults: SampleDefaults, start: number): Sample[] {
  const traf = childOf(bytes, moof, 'traf');
  if (!traf) return [];
  const samples: Sample[] = [];
  let head: Head = { defaults, base: 0 };
  let clock = start;
  let next = fileOffset;
  for (const box of boxesIn(bytes, traf.body, traf.end)) {
    if (box.type === 'tfhd') head = parseTfhd(bytes, box, defaults, fileOffset);
    else if (box.type === 'tfdt') clock = u8(bytes, box.body) === 1 ? u64(bytes, box.body + 4) : u32(bytes, box.body + 4);
    else if (box.type === 'trun') {
      const run = runSamples(bytes, box, head, { fileOffset, next, clock });
      samples.push(...run);
      const last = run.at(-1);
      if (last) [next, clock] = [last.offset + last.size, last.start + last.duration];
    }
  }
  return samples;
}

/** The frames of one `trun` (ISO/IEC 14496-12, 8.8.8). */
function runSamples(bytes: Uint8Array, box: Box, head: Head, at: { readonly fileOffset: number; readonly next: number; readonly clock: number }): Sample[] {
  const flags = u32(bytes, box.body) & 0xff_ffff;
  const count = u32(bytes, box.body + 4);
  let place = box.body + 8;
  const take = (bit: number): number | undefined => {
    if ((flags & bit) === 0) return undefined;
    place += 4;
    return u32(bytes, place - 4);
  };
  const signedOffset = (flags & 0x01) === 0 ? undefined : i32(bytes, place);
  take(0x01);
  const firstFlags = take(0x04);
  let offset = signedOffset === undefined ? at.next : at.fileOffset + head.base + signedOffset;
  let start = at.clock;
  return Array.from({ length: count }, (_, n): Sample => {
    const duration = take(0x100) ?? head.defaults.duration;
    const size = take(0x200) ?? head.defaults.size;
    const own = take(0x400) ?? (n === 0 ? firstFlags : undefined) ?? head.defaults.flags;
    const composition = (take(0x800) ?? 0) | 0;
    const sample = { offset, size, start, duration, composition, sync: ((n === 0 ? firstFlags ?? own : own) & NOT_A_KEYFRAME) === 0 };
    offset += size;
    start += duration;
    return sample;
  });
}
