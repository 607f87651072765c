import { inVideoEntry } from '../fmp4/sample-entry.ts';

/** The parameter sets of an H.264 track, as its `avcC` holds them. */
interface ParameterSets {
  readonly lengthBytes: number;
  readonly sequence: readonly Uint8Array[];
  readonly picture: readonly Uint8Array[];
  /** What follows for the higher profiles: chroma format and depths. */
  readonly rest: Uint8Array;
  readonly level: number;
}

/** Frames that are encoded anew call their parameter sets by this number, which encoders that begin at 0 leave free. */
export const HEAD_SET_ID = 23;

const IDR = 5;
const LAST_SLICE = 5;

/**
 * One sample entry for frames of two encoders: the parameter sets of both stand in its `avcC`, told apart by their numbers
 * (ISO/IEC 14496-15, 5.3.3). Undefined where that can't be: another codec, different sets of one number, another way to write lengths.
 */
export function joinedEntry(entry: Uint8Array, head: Uint8Array): Uint8Array | undefined {
  const [own, more] = [readSets(entry), readSets(head)];
  const box = inVideoEntry(entry, 'avcC');
  if (!own || !more || !box || own.lengthBytes !== more.lengthBytes) return undefined;
  if (!sameBytes(own.rest.subarray(0, 3), more.rest.subarray(0, 3)) && own.rest.length > 0 && more.rest.length > 0) return undefined;
  const sequence = union(own.sequence, more.sequence, sequenceId);
  const picture = union(own.picture, more.picture, pictureId);
  if (!sequence || !picture) return undefined;
  const fixed = entry.slice(box.body, box.body + 5);
  fixed[3] = Math.max(own.level, more.level);
  const body = concat([fixed, Uint8Array.of(0xe0 | sequence.length), ...sequence.map(withLength), Uint8Array.of(picture.length), ...picture.map(withLength), own.rest]);
  return concat([sized(8 + body.length + box.start + (entry.length - box.end)), entry.subarray(4, box.start), sized(8 + body.length), entry.subarray(box.start + 4, box.body), body, entry.subarray(box.end)]);
}

/** All sets of both; undefined where two that differ have one number. */
function union(own: readonly Uint8Array[], more: readonly Uint8Array[], id: (set: Uint8Array) => number): readonly Uint8Array[] | undefined {
  const added = more.filter((set) => !own.some((one) => sameBytes(one, set)));
  return added.some((set) => own.some((one) => id(one) === id(set))) ? undefined : [...own, ...added];
}

/** Whether a decoder can begin at a frame without anything before it: its first slice is one of an IDR picture. */
export function beginsAfresh(frame: Uint8Array, entry: Uint8Array): boolean {
  const sets = readSets(entry);
  if (!sets) return false;
  let at = 0;
  while (at + sets.lengthBytes < frame.length) {
    let length = 0;
    for (let n = 0; n < sets.lengthBytes; n += 1) length = length * 256 + (frame[at + n] ?? 0);
    const type = (frame[at + sets.lengthBytes] ?? 0) & 0x1f;
    if (type >= 1 && type <= LAST_SLICE) return type === IDR;
    at += sets.lengthBytes + length;
  }
  return false;
}

function readSets(entry: Uint8Array): ParameterSets | undefined {
  const box = inVideoEntry(entry, 'avcC');
  if (!box) return undefined;
  const list = (from: number, count: number): { readonly sets: readonly Uint8Array[]; readonly end: number } => {
    const sets: Uint8Array[] = [];
    let at = from;
    for (let n = 0; n < count; n += 1) {
      const length = (entry[at] ?? 0) * 256 + (entry[at + 1] ?? 0);
      sets.push(entry.slice(at + 2, at + 2 + length));
      at += 2 + length;
    }
    return { sets, end: at };
  };
  const sequence = list(box.body + 6, (entry[box.body + 5] ?? 0) & 0x1f);
  const picture = list(sequence.end + 1, entry[sequence.end] ?? 0);
  return {
    lengthBytes: ((entry[box.body + 4] ?? 0) & 3) + 1, sequence: sequence.sets, picture: picture.sets,
    rest: entry.slice(picture.end, box.end), level: entry[box.body + 3] ?? 0,
  };
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, n) => byte === b[n]);
// After the NAL unit's head: profile, constraints and level for a sequence, nothing for a picture.
const sequenceId = (set: Uint8Array): number => exponential(set, 4);
const pictureId = (set: Uint8Array): number => exponential(set, 1);

/** An Exp-Golomb number (ITU-T H.264, 9.1) that begins with a byte. */
function exponential(bytes: Uint8Array, from: number): number {
  const bit = (n: number): number => ((bytes[from + (n >> 3)] ?? 0) >> (7 - (n & 7))) & 1;
  let zeros = 0;
  while (zeros < 16 && bit(zeros) === 0) zeros += 1;
  let value = 0;
  for (let n = zeros; n <= zeros * 2; n += 1) value = value * 2 + bit(n);
  return value - 1;
}

const withLength = (set: Uint8Array): Uint8Array => concat([Uint8Array.of(set.length >> 8, set.length & 255), set]);

function sized(size: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, size);
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
