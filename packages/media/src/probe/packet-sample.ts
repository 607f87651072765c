/** What a sample of a file's packets says about each track (`video:0`, `audio:2`: kind and ordinal). Times in seconds of the file's own clock. */
export interface PacketSample {
  /** First time seen per track: of a sound with the encoder's priming, of a picture the first frame that is shown. */
  readonly first: ReadonlyMap<string, number>;
  /** Where the last packet seen of a track ends. */
  readonly last: ReadonlyMap<string, number>;
  /** Where the last packet of all ends, subtitles and data included; null when there was none. */
  readonly lastOfAll: number | null;
  /** How much of a track lies in the file before what is shown or heard first: an edit list cuts it off. 0 where absent. */
  readonly hidden: ReadonlyMap<string, number>;
  /** Tracks with encrypted packets. */
  readonly encrypted: ReadonlySet<string>;
  /** Longest distance between two keyframes of the picture asked for, within one sampled interval, in seconds; null when no two were seen. */
  readonly keyframeGapSeconds: number | null;
}

const JUMP_SECONDS = 30;
/** MP4 lets the last packet last until the end that the header claims, however absurd: nothing heard in one packet is longer, nothing shown. */
const LONGEST_PACKET_SECONDS = { audio: 10, video: 60 } as const;

/** Reads packets as they come: any piece of the text at a time, then `end()`. */
export interface PacketReader {
  push(csv: string): void;
  end(): PacketSample;
}

/**
 * Reads `ffprobe -show_entries PACKET_ENTRIES -of csv=p=0`.
 * `ordinals` maps a stream's index in the file to its kind and ordinal; keyframes are those of `picture`. Intervals may
 * follow one another (`-read_intervals A,B`): a jump back, or of more than `JUMP_SECONDS`, isn't a keyframe distance.
 */
export function readPackets(ordinals: ReadonlyMap<number, string>, picture = 'video:0'): PacketReader {
  const first = new Map<string, number>();
  const shown = new Map<string, number>();
  const last = new Map<string, number>();
  const encrypted = new Set<string>();
  let lastOfAll: number | null = null;
  let lastKey: number | null = null;
  let gap: number | null = null;
  let rest = '';

  const least = (map: Map<string, number>, track: string, at: number) => map.set(track, Math.min(map.get(track) ?? at, at));
  const take = (line: string): void => {
    const [kind, index, pts, duration, flags, ...sides] = line.trim().split(',');
    const at = Number(pts);
    if (pts === undefined || pts === '' || !Number.isFinite(at)) return;
    const lasts = Number(duration) || 0;
    const end = at + (lasts > (kind === 'audio' ? LONGEST_PACKET_SECONDS.audio : LONGEST_PACKET_SECONDS.video) ? 0 : lasts);
    const discarded = flags?.[1] === 'D';
    if (!discarded) lastOfAll = Math.max(lastOfAll ?? end, end);
    const track = ordinals.get(Number(index));
    if (track === undefined) return;
    if (sides.includes('Encryption info')) encrypted.add(track);
    least(first, track, at);
    if (!discarded) {
      least(shown, track, at);
      last.set(track, Math.max(last.get(track) ?? end, end));
    }
    if (track !== picture || !flags?.startsWith('K')) return;
    const step = lastKey === null ? -1 : at - lastKey;
    if (step > 0 && step <= JUMP_SECONDS) gap = Math.max(gap ?? 0, step);
    lastKey = at;
  };

  return {
    push(csv) {
      const lines = (rest + csv).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    },
    end() {
      take(rest);
      const hidden = new Map([...shown].map(([track, at]) => [track, at - (first.get(track) ?? at)] as const).filter(([, seconds]) => seconds > 0));
      const starts = new Map([...first].map(([track, at]) => [track, track.startsWith('video') ? (shown.get(track) ?? at) : at] as const));
      return { first: starts, last, lastOfAll, hidden, encrypted, keyframeGapSeconds: gap };
    },
  };
}

/** As `readPackets`, of a text that is there as a whole. */
export function parsePackets(csv: string, ordinals: ReadonlyMap<number, string>, picture?: string): PacketSample {
  const reader = readPackets(ordinals, picture);
  reader.push(csv);
  return reader.end();
}
