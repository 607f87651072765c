/** The storyboard of one stretch of the timeline: tiles row by row on sheets, one every few seconds. */
export interface StoryboardPart {
  /** Where the stretch lies on the meeting's timeline. */
  readonly startMs: number;
  readonly durationMs: number;
  readonly everySeconds: number;
  readonly columns: number;
  readonly rows: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** Addresses of the sheets, in order, as seen from the WebVTT file. */
  readonly sheets: readonly string[];
}

/**
 * A storyboard as WebVTT: one cue per tile, whose text is the sheet's address with the tile as a spatial media fragment
 * (`#xywh=`, W3C Media Fragments 1.0, section 4.2.2). Cues are as long as the interval; the last of a part ends with it.
 */
export function storyboardVtt(parts: readonly StoryboardPart[]): string {
  return `WEBVTT\n\n${parts.flatMap(cues).join('\n')}`;
}

function cues(part: StoryboardPart): string[] {
  const everyMs = part.everySeconds * 1000;
  const tiles = Math.min(Math.ceil(part.durationMs / everyMs), part.sheets.length * part.columns * part.rows);
  return Array.from({ length: tiles }, (_, n) => {
    const from = part.startMs + n * everyMs;
    const to = part.startMs + Math.min((n + 1) * everyMs, part.durationMs);
    const place = n % (part.columns * part.rows);
    const x = (place % part.columns) * part.tileWidth;
    const y = Math.floor(place / part.columns) * part.tileHeight;
    const sheet = part.sheets[Math.floor(n / (part.columns * part.rows))] ?? '';
    return `${stamp(from)} --> ${stamp(to)}\n${sheet}#xywh=${x},${y},${part.tileWidth},${part.tileHeight}\n`;
  });
}

/** `hh:mm:ss.mmm` */
function stamp(ms: number): string {
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}
