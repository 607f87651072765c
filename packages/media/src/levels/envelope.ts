/** Values per second in an envelope: the hop of the momentary loudness. */
export const ENVELOPE_HZ = 10;

/** What stands where nothing was measured, in LUFS. */
export const NOTHING_LUFS = -120.7;

/** Reads the momentary loudness that ffmpeg prints while it decodes. */
export type EnvelopeReader = {
  /** Takes the next piece of the output, cut anywhere. */
  push(chunk: Uint8Array | string): void;
  /** The envelope: value k is the momentary loudness at k * 100 ms; empty when nothing came. */
  finish(): Float32Array;
};

// A week. Timestamps beyond it are broken, and a broken file must not make us fill memory.
const MAX_VALUES = 7 * 24 * 3600 * ENVELOPE_HZ;
// Values this far apart (in hops) are neighbours; further apart lies a gap that no value covers.
const NEIGHBOUR = 1.5;
// Closer to a grid point than this (in hops: 2 ms) a value is taken as it is.
const ON_GRID = 0.02;
const LONGEST_LINE = 256;

const NEWLINE = 10;
const LETTER_F = 102;
const LETTER_L = 108;

/**
 * A streaming reader for `ebur128=metadata=1,ametadata=mode=print:key=lavfi.r128.M`.
 * `offsetMs` is where the recording's time 0 lies on the meeting's timeline. Values that fall between two grid points
 * are interpolated (in power), not moved: a channel's offset would else be wrong by up to 50 ms.
 */
export function createEnvelopeReader(options: { readonly offsetMs?: number } = {}): EnvelopeReader {
  const grid = createGrid();
  const offset = ((options.offsetMs ?? 0) / 1000) * ENVELOPE_HZ;
  const clock = createClock();
  const encoder = new TextEncoder();
  // The start of a line whose end is still to come.
  const begun = new Uint8Array(LONGEST_LINE);
  let begunLength = 0;
  let at = Number.NaN;

  const line = (bytes: Uint8Array, start: number, end: number): void => {
    if (bytes[start] === LETTER_F) at = clock(bytes, start, end);
    else if (bytes[start] === LETTER_L) {
      grid.put(at * ENVELOPE_HZ + offset, numberAfter(bytes, start, end, '='.charCodeAt(0)));
      at = Number.NaN;
    }
  };
  const keep = (bytes: Uint8Array, start: number): void => {
    const more = bytes.subarray(start, start + LONGEST_LINE - begunLength);
    begun.set(more, begunLength);
    begunLength += more.length;
  };
  return {
    push(chunk) {
      const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        if (begunLength > 0) {
          keep(bytes.subarray(0, end), start);
          line(begun, 0, begunLength);
          begunLength = 0;
        } else line(bytes, start, end);
        start = end + 1;
      }
      keep(bytes, start);
    },
    finish() {
      if (begunLength > 0) line(begun, 0, begunLength);
      begunLength = 0;
      return grid.finish();
    },
  };
}

/**
 * Seconds of a `frame:3    pts:14392   pts_time:0.299833` line. `pts_time` has six digits, which is 0.1 s after
 * 2 h 46 min, so the time comes from `pts` and the time base that the first lines give away.
 */
function createClock(): (bytes: Uint8Array, start: number, end: number) => number {
  let perSecond = 0;
  return (bytes, start, end) => {
    const seconds = numberAfter(bytes, start, end, ':'.charCodeAt(0));
    const pts = ptsOf(bytes, start, end);
    if (perSecond > 0 && Math.abs(pts / perSecond - seconds) <= 1e-5 * Math.abs(seconds) + 1e-9) return pts / perSecond;
    const rate = pts / seconds;
    perSecond = Math.abs(rate - Math.round(rate)) <= 1e-5 * rate ? Math.round(rate) : 0;
    return perSecond > 0 ? pts / perSecond : seconds;
  };
}

function ptsOf(bytes: Uint8Array, start: number, end: number): number {
  // The second colon of the line ends `pts:`.
  const first = bytes.indexOf(58, start);
  const second = first < 0 ? -1 : bytes.indexOf(58, first + 1);
  return second < 0 || second >= end ? Number.NaN : decimal(bytes, second + 1, end);
}

/** The number behind the last `mark` of a line. */
function numberAfter(bytes: Uint8Array, start: number, end: number, mark: number): number {
  let from = end;
  while (from > start && bytes[from - 1] !== mark) from -= 1;
  return from === start ? Number.NaN : decimal(bytes, from, end);
}

// Ten times faster than making a string of each number; `1e+06`, `nan` and `-inf` take the slow way.
function decimal(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  let scale = 0;
  let index = start;
  const negative = bytes[index] === 45;
  if (negative) index += 1;
  const digits = index;
  for (; index < end; index += 1) {
    const code = bytes[index] ?? 0;
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      scale *= 10;
    } else if (code === 46 && scale === 0) scale = 1;
    else if (code <= 32) break;
    else return Number.parseFloat(String.fromCharCode(...bytes.subarray(start, end)));
  }
  if (index === digits) return Number.NaN;
  if (scale > 1) value /= scale;
  return negative ? -value : value;
}

/** Puts values at fractional places onto the grid. */
function createGrid(): { put(place: number, value: number): void; finish(): Float32Array } {
  let values = new Float32Array(4096).fill(NOTHING_LUFS);
  let length = 0;
  let lastPlace = -Infinity;
  let lastValue = NOTHING_LUFS;
  const set = (index: number, value: number): void => {
    if (index >= values.length) {
      const wider = new Float32Array(Math.min(MAX_VALUES, Math.max(index + 1, values.length * 2))).fill(NOTHING_LUFS);
      wider.set(values);
      values = wider;
    }
    values[index] = value;
    if (index >= length) length = index + 1;
  };
  return {
    put(place, measured) {
      if (!(place > -1 && place < MAX_VALUES - 1)) return;
      const value = measured > NOTHING_LUFS ? measured : NOTHING_LUFS;
      const near = Math.round(place);
      const step = place - lastPlace;
      if (Math.abs(place - near) <= ON_GRID) {
        if (near >= 0) set(near, value);
      } else if (step > 0 && step <= NEIGHBOUR) {
        for (let index = Math.max(0, Math.ceil(lastPlace + ON_GRID)); index < place; index += 1) {
          set(index, between(lastValue, value, (index - lastPlace) / step));
        }
      }
      lastPlace = place;
      lastValue = value;
    },
    finish: () => values.slice(0, length),
  };
}

function between(from: number, to: number, share: number): number {
  return 10 * Math.log10((1 - share) * 10 ** (from / 10) + share * 10 ** (to / 10));
}

/** One envelope of several on the same timeline (files recorded one after the other): the louder value counts. */
export function joinEnvelopes(envelopes: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(Math.max(0, ...envelopes.map((one) => one.length))).fill(NOTHING_LUFS);
  for (const one of envelopes) {
    for (let index = 0; index < one.length; index += 1) {
      joined[index] = Math.max(joined[index] ?? NOTHING_LUFS, one[index] ?? NOTHING_LUFS);
    }
  }
  return joined;
}
