import type { FragmentIndex } from '../fmp4/index.ts';

export interface IndexShape {
  readonly kind?: 'video' | 'audio';
  readonly timescale?: number;
  /** One entry a fragment. */
  readonly seconds: readonly number[];
  /** Bytes a fragment; 10,000 a second unless said. */
  readonly bytes?: readonly number[];
  readonly keys?: readonly number[];
  readonly editMediaTime?: number;
  readonly emptyEdit?: number;
  readonly compositionOffset?: number;
}

/** An index as `indexFragments` would make it of a file with such fragments. */
export function indexOf(shape: IndexShape): FragmentIndex {
  const { kind = 'video', timescale = 1000, seconds } = shape;
  const durations = seconds.map((s) => Math.round(s * timescale));
  const lengths = seconds.map((s, i) => shape.bytes?.[i] ?? Math.round(s * 10_000));
  const sums = (values: readonly number[], from: number): number[] => values.map((_, i) => values.slice(0, i).reduce((a, b) => a + b, from));
  const init = { offset: 0, length: 800 };
  return {
    kind,
    codec: kind === 'video' ? 'avc1.64001f' : 'mp4a.40.2',
    timescale,
    editMediaTime: shape.editMediaTime ?? 0,
    emptyEdit: shape.emptyEdit ?? 0,
    init,
    fragments: {
      count: seconds.length,
      offset: Float64Array.from(sums(lengths, init.length)),
      length: Float64Array.from(lengths),
      start: Float64Array.from(sums(durations, 0)),
      duration: Float64Array.from(durations),
      headerLength: Uint32Array.from(seconds, () => 100),
      firstSampleSize: Uint32Array.from(seconds, () => 400),
      compositionOffset: Int32Array.from(seconds, () => shape.compositionOffset ?? 0),
      keyframe: Uint8Array.from(seconds, (_, i) => shape.keys?.[i] ?? 1),
    },
  };
}
