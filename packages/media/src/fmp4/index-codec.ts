import type { ByteSpan } from './byte-reader.ports.ts';
import type { FragmentColumns, FragmentIndex, TrackInit, Truncation } from './fragment-index.domain.ts';

/** A `FragmentIndex` as JSON can hold it: columns as differences in base 36, repeats counted. */
export interface EncodedIndex {
  readonly version: 1;
  readonly track: TrackInit;
  readonly init: ByteSpan;
  readonly truncated?: Truncation;
  readonly count: number;
  readonly columns: {
    /** Bytes between the end of one fragment and the start of the next; the first counts from the end of `init`. */
    readonly gaps: string;
    readonly lengths: string;
    /** Like `gaps`, in time: from the end of one fragment to the start of the next. */
    readonly pauses: string;
    readonly durations: string;
    readonly headerLengths: string;
    readonly firstSampleSizes: string;
    readonly compositionOffsets: string;
    readonly keyframes: string;
  };
}

/** Turns an index into its JSON form; about 10 bytes a fragment. */
export function encodeIndex(index: FragmentIndex): EncodedIndex {
  const { init, fragments: f, truncated, ...track } = index;
  const ends = f.offset.map((offset, i) => offset + (f.length[i] ?? 0));
  const stops = f.start.map((start, i) => start + (f.duration[i] ?? 0));
  const gaps = f.offset.map((offset, i) => offset - (i === 0 ? init.offset + init.length : (ends[i - 1] ?? 0)));
  const pauses = f.start.map((start, i) => start - (i === 0 ? 0 : (stops[i - 1] ?? 0)));
  return {
    version: 1,
    track,
    init,
    ...(truncated ? { truncated } : {}),
    count: f.count,
    columns: {
      gaps: pack(gaps),
      lengths: pack(f.length),
      pauses: pack(pauses),
      durations: pack(f.duration),
      headerLengths: pack(f.headerLength),
      firstSampleSizes: pack(f.firstSampleSize),
      compositionOffsets: pack(f.compositionOffset),
      keyframes: pack(f.keyframe),
    },
  };
}

/** Turns the JSON form back into the index; throws a RangeError when it isn't one that `encodeIndex` made. */
export function decodeIndex(encoded: EncodedIndex): FragmentIndex {
  if (encoded.version !== 1) throw new RangeError(`Fragment indexes of version ${String(encoded.version)} can't be read here.`);
  const { count, init, track, truncated, columns } = encoded;
  return { ...track, init, fragments: unpackAll(count, init, columns), ...(truncated ? { truncated } : {}) };
}

function unpackAll(count: number, init: ByteSpan, columns: EncodedIndex['columns']): FragmentColumns {
  const length = Float64Array.from(unpack(columns.lengths, count));
  const duration = Float64Array.from(unpack(columns.durations, count));
  return {
    count,
    offset: follow(unpack(columns.gaps, count), length, init.offset + init.length),
    length,
    start: follow(unpack(columns.pauses, count), duration, 0),
    duration,
    headerLength: Uint32Array.from(unpack(columns.headerLengths, count)),
    firstSampleSize: Uint32Array.from(unpack(columns.firstSampleSizes, count)),
    compositionOffset: Int32Array.from(unpack(columns.compositionOffsets, count)),
    keyframe: Uint8Array.from(unpack(columns.keyframes, count)),
  };
}

/** Positions from the spaces between things and the things' own sizes. */
function follow(spaces: readonly number[], sizes: Float64Array, from: number): Float64Array {
  let at = from;
  return Float64Array.from(spaces, (space, i) => {
    const here = at + space;
    at = here + (sizes[i] ?? 0);
    return here;
  });
}

function pack(values: ArrayLike<number>): string {
  const words: string[] = [];
  let last = 0;
  let i = 0;
  while (i < values.length) {
    const value = values[i] ?? 0;
    const step = value - last;
    let run = 1;
    // A run is the same difference again and again; for a steady column that is a run of zeros.
    while (i + run < values.length && (values[i + run] ?? 0) - (values[i + run - 1] ?? 0) === step) run += 1;
    words.push(run === 1 ? step.toString(36) : `${step.toString(36)}*${run.toString(36)}`);
    last = values[i + run - 1] ?? 0;
    i += run;
  }
  return words.join(' ');
}

function unpack(text: string, count: number): number[] {
  const values: number[] = [];
  let last = 0;
  for (const word of text === '' ? [] : text.split(' ')) {
    const [step = '', times = '1'] = word.split('*');
    const difference = Number.parseInt(step, 36);
    const run = Number.parseInt(times, 36);
    if (!Number.isFinite(difference) || !(run >= 1) || values.length + run > count) break;
    for (let i = 0; i < run; i += 1) values.push((last += difference));
  }
  if (values.length !== count) throw new RangeError(`The fragment index is damaged: ${values.length} values where ${count} belong.`);
  return values;
}
