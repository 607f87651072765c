/** A piece of a file: `from` counts bytes from 0, `to` is the first byte after it; without them the whole file. */
export interface BytePiece {
  readonly url: string;
  readonly from?: number;
  readonly to?: number;
}

/** One segment of a rendition, on the meeting's timeline. */
export interface Segment {
  readonly startMs: number;
  readonly endMs: number;
  /** Where the part of the meeting begins that the segment's own clock counts from. */
  readonly partMs: number;
  readonly piece: BytePiece;
  readonly init: BytePiece | null;
}

/** Reads a media playlist of fragmented MP4 (RFC 8216): where each segment lies in time and in its file. */
export function parseMediaPlaylist(text: string, playlistUrl: string): readonly Segment[] {
  const segments: Segment[] = [];
  let seconds = 0;
  let partMs = 0;
  let init: BytePiece | null = null;
  let duration = 0;
  let range: string | null = null;
  const ends = new Map<string, number>(); // a byte range without an offset follows the one before it in the same file
  const pieceOf = (name: string, bytes: string | null): BytePiece => {
    const url = new URL(name, playlistUrl).href;
    if (bytes === null) return { url };
    const [length = 0, offset] = bytes.split('@').map(Number);
    const from = offset ?? ends.get(url) ?? 0;
    ends.set(url, from + length);
    return { url, from, to: from + length };
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.startsWith('#EXTINF:')) duration = Number.parseFloat(line.slice(8));
    else if (line.startsWith('#EXT-X-BYTERANGE:')) range = line.slice(17);
    else if (line.startsWith('#EXT-X-DISCONTINUITY') && !line.includes(':')) partMs = seconds * 1000;
    else if (line.startsWith('#EXT-X-MAP:')) init = pieceOf(attribute(line, 'URI') ?? '', attribute(line, 'BYTERANGE'));
    else if (line !== '' && !line.startsWith('#')) {
      segments.push({ startMs: seconds * 1000, endMs: (seconds + duration) * 1000, partMs, piece: pieceOf(line, range), init });
      seconds += duration;
      range = null;
    }
  }
  return segments;
}

/** The segments that hold any moment from `fromMs` up to `toMs`, without crossing into another part of the meeting. */
export function segmentsBetween(segments: readonly Segment[], fromMs: number, toMs: number): readonly Segment[] {
  const found = segments.filter((segment) => segment.startMs < toMs && segment.endMs > fromMs);
  return found.filter((segment) => segment.partMs === found[0]?.partMs);
}

const attribute = (line: string, name: string): string | null => new RegExp(`[:,]${name}="([^"]*)"`).exec(line)?.[1] ?? null;
