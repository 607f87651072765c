/** How the stills of a meeting lie on their sheets. */
export interface Storyboard {
  /** Stills side by side on a sheet. */
  readonly columns: number;
  /** Stills one below the other on a sheet. */
  readonly rows: number;
  /** Pixels of one still. */
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** A still every so many ms. */
  readonly everyMs: number;
  /** Length of the meeting in ms; the last still stands until there. */
  readonly durationMs: number;
  /** Addresses of the sheets in order, as seen from the WebVTT file. */
  readonly sheets: readonly string[];
}

/**
 * A WebVTT file that names a still for every moment, by media fragments (`#xywh=`), as players read it for their
 * seek bar. Sheets are filled row by row.
 * @throws RangeError when a measure isn't a whole number above 0, or there are too few sheets
 */
export function storyboardVtt(board: Storyboard): string {
  const { columns, rows, tileWidth, tileHeight, everyMs, durationMs } = board;
  for (const [name, value] of Object.entries({ columns, rows, tileWidth, tileHeight, everyMs })) {
    if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`The storyboard's ${name} must be a whole number above 0, not ${value}.`);
  }
  const stills = Math.max(0, Math.ceil(durationMs / everyMs));
  const needed = Math.ceil(stills / (columns * rows));
  if (board.sheets.length < needed) throw new RangeError(`The storyboard has ${board.sheets.length} sheets where ${needed} are needed.`);
  const cues = Array.from({ length: stills }, (_, i) => {
    const place = i % (columns * rows);
    const x = (place % columns) * tileWidth;
    const y = Math.floor(place / columns) * tileHeight;
    const sheet = board.sheets[Math.floor(i / (columns * rows))] ?? '';
    const end = Math.min((i + 1) * everyMs, durationMs);
    return `${vttTime(i * everyMs)} --> ${vttTime(end)}\n${sheet}#xywh=${x},${y},${tileWidth},${tileHeight}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

/** Where the still of a moment is; undefined outside the meeting. */
export function stillAt(board: Storyboard, ms: number): { readonly sheet: string; readonly x: number; readonly y: number } | undefined {
  if (ms < 0 || ms >= board.durationMs) return undefined;
  const still = Math.floor(ms / board.everyMs);
  const perSheet = board.columns * board.rows;
  const sheet = board.sheets[Math.floor(still / perSheet)];
  const place = still % perSheet;
  return sheet === undefined ? undefined : { sheet, x: (place % board.columns) * board.tileWidth, y: Math.floor(place / board.columns) * board.tileHeight };
}

function vttTime(ms: number): string {
  const whole = Math.round(ms);
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return `${two(whole / 3_600_000)}:${two((whole / 60_000) % 60)}:${two((whole / 1000) % 60)}.${String(whole % 1000).padStart(3, '0')}`;
}
