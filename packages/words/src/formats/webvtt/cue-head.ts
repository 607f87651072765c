import { type CueSettings, parseCueSettings } from './settings.ts';

const TIMESTAMP = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?!\d)/u;

/** A WebVTT timestamp at the start of a text: ms, and how many signs it takes; null where there is none. */
export function parseTimestamp(text: string): { readonly ms: number; readonly length: number } | null {
  const match = TIMESTAMP.exec(text);
  if (match === null) return null;
  const [all, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match;
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction);
  return Number.isSafeInteger(ms) ? { ms, length: all.length } : null;
}

/** The line of a cue's times and settings; null where the times aren't well formed. */
export function parseCueHead(line: string): { readonly startMs: number; readonly endMs: number; readonly settings: CueSettings } | null {
  const rest = line.replace(/^[ \t\f]+/u, '');
  const start = parseTimestamp(rest);
  if (start === null) return null;
  const [arrow] = /^[ \t\f]*-->[ \t\f]*/u.exec(rest.slice(start.length)) ?? [];
  if (arrow === undefined) return null;
  const after = rest.slice(start.length + arrow.length);
  const end = parseTimestamp(after);
  if (end === null) return null;
  return { startMs: start.ms, endMs: end.ms, settings: parseCueSettings(after.slice(end.length)) };
}
