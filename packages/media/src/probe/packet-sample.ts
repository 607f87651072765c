/** What a sample of a file's packets says about each track. */
export interface PacketSample {
  /** First presentation time seen per track (`video:0`, `audio:2`: kind and ordinal), in seconds of the file's own clock. */
  readonly first: ReadonlyMap<string, number>;
  /** Longest distance between two keyframes of the first picture within one sampled interval, in seconds; null when no two were seen. */
  readonly keyframeGapSeconds: number | null;
}

/**
 * Reads `ffprobe -show_entries packet=codec_type,stream_index,pts_time,flags -of csv=p=0`.
 * `ordinals` maps a stream's index in the file to its kind and ordinal (`video:0`). Intervals may follow one another
 * (`-read_intervals A,B`): a jump back, or of more than `jumpSeconds`, isn't a keyframe distance.
 */
export function parsePackets(csv: string, ordinals: ReadonlyMap<number, string>, jumpSeconds = 30): PacketSample {
  const first = new Map<string, number>();
  let last: number | null = null;
  let gap: number | null = null;
  for (const line of csv.split('\n')) {
    const [, index, pts, flags] = line.trim().split(',');
    const track = ordinals.get(Number(index));
    const at = Number(pts);
    if (track === undefined || pts === undefined || pts === '' || !Number.isFinite(at)) continue;
    first.set(track, Math.min(first.get(track) ?? at, at));
    if (track !== 'video:0' || !flags?.startsWith('K')) continue;
    const step = last === null ? -1 : at - last;
    if (step > 0 && step <= jumpSeconds) gap = Math.max(gap ?? 0, step);
    last = at;
  }
  return { first, keyframeGapSeconds: gap };
}
