/** Where and how a cue wants to be shown; what is absent in the file has the standard's default. */
export interface CueSettings {
  readonly region: string | null;
  readonly vertical: '' | 'rl' | 'lr';
  /** A line number, or a percentage where `snapToLines` is false. */
  readonly line: number | 'auto';
  readonly snapToLines: boolean;
  readonly lineAlign: 'start' | 'center' | 'end';
  /** Percent. */
  readonly position: number | 'auto';
  readonly positionAlign: 'auto' | 'line-left' | 'center' | 'line-right';
  /** Percent. */
  readonly size: number;
  readonly align: 'start' | 'center' | 'end' | 'left' | 'right';
}

/** What a cue without settings has. */
export const DEFAULT_SETTINGS: CueSettings = {
  region: null, vertical: '', line: 'auto', snapToLines: true, lineAlign: 'start', position: 'auto', positionAlign: 'auto', size: 100, align: 'center',
};

/** A percentage of WebVTT: digits, perhaps a fraction, `%`, 0 to 100. */
export function parsePercent(text: string): number | null {
  const value = /^\d+(?:\.\d+)?%$/u.test(text) ? Number(text.slice(0, -1)) : Number.NaN;
  return value >= 0 && value <= 100 ? value : null;
}

// `middle` and the plain `start` and `end` of a position are of the drafts before 2015; files that have them are still about.
const LINE_ALIGN = { start: 'start', center: 'center', middle: 'center', end: 'end' } as const;
const POSITION_ALIGN = { 'line-left': 'line-left', start: 'line-left', center: 'center', middle: 'center', 'line-right': 'line-right', end: 'line-right' } as const;
const ALIGN = { start: 'start', center: 'center', middle: 'center', end: 'end', left: 'left', right: 'right' } as const;

const pick = <T>(table: Readonly<Record<string, T>>, key: string): T | null => (Object.hasOwn(table, key) ? (table[key] ?? null) : null);

const READERS: Readonly<Record<string, (value: string) => Partial<CueSettings> | null>> = {
  region: (value) => ({ region: value }),
  vertical: (value) => (value === 'rl' || value === 'lr' ? { vertical: value } : null),
  line: readLine,
  position: readPosition,
  size: (value) => {
    const size = parsePercent(value);
    return size === null ? null : { size };
  },
  align: (value) => {
    const align = pick(ALIGN, value);
    return align === null ? null : { align };
  },
};

// A number with an alignment that doesn't exist is still that number.
function readLine(value: string): Partial<CueSettings> | null {
  const [place = '', alignment] = value.split(/,(.*)/su);
  const lineAlign = pick(LINE_ALIGN, alignment ?? '') ?? DEFAULT_SETTINGS.lineAlign;
  if (place.endsWith('%')) {
    const line = parsePercent(place);
    return line === null ? null : { line, lineAlign, snapToLines: false };
  }
  return /^-?\d+(?:\.\d+)?$/u.test(place) ? { line: Number(place) + 0, lineAlign, snapToLines: true } : null;
}

function readPosition(value: string): Partial<CueSettings> | null {
  const [place = '', alignment] = value.split(/,(.*)/su);
  const position = parsePercent(place);
  const positionAlign = pick(POSITION_ALIGN, alignment ?? '') ?? DEFAULT_SETTINGS.positionAlign;
  return position === null ? null : { position, positionAlign };
}

/** The settings after a cue's times; what isn't well formed is passed over, as the standard wants. */
export function parseCueSettings(text: string): CueSettings {
  const read = text.split(/[ \t\f\n]+/u).reduce<CueSettings>((settings, word) => {
    const colon = word.indexOf(':');
    if (colon <= 0 || colon === word.length - 1) return settings;
    return { ...settings, ...pick(READERS, word.slice(0, colon))?.(word.slice(colon + 1)) };
  }, DEFAULT_SETTINGS);
  // A cue that stands across the lines, elsewhere or narrower than the whole can't be in a region.
  return read.region !== null && (read.vertical !== '' || read.line !== 'auto' || read.size !== 100) ? { ...read, region: null } : read;
}
