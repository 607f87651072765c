import { LIMITS } from '../read/refused.ts';
import { decodeEntities } from '../read/entities.ts';
import { parseTimestamp } from './cue-head.ts';

/** Text of a cue under the same marks. */
export interface CueRun {
  readonly text: string;
  /** Of the innermost `<v>`; null outside one. */
  readonly voice: string | null;
  /** Of the innermost `<lang>`; null outside one. */
  readonly language: string | null;
  /** The last time mark before it; null before the first. */
  readonly markMs: number | null;
  /** True for the reading above a ruby base. */
  readonly reading: boolean;
}

interface Open {
  readonly tag: string;
  readonly voice: string | null;
  readonly language: string | null;
}

const TAGS = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang']);
const annotation = (text: string): string => decodeEntities(text).replace(/[ \t\f\n]+/gu, ' ').trim();

/** The runs of a cue's text by the W3C's rules (WebVTT, section 6.4). Tags that aren't WebVTT's, scripts among them, leave nothing but the text between them. */
export function parseCueText(source: string): CueRun[] {
  const runs: CueRun[] = [];
  const open: Open[] = [];
  let markMs: number | null = null;
  const emit = (text: string): void => {
    const top = open.at(-1);
    if (text !== '') runs.push({ text: decodeEntities(text), voice: top?.voice ?? null, language: top?.language ?? null, markMs, reading: top?.tag === 'rt' });
  };
  for (let at = 0; at < source.length;) {
    const less = source.indexOf('<', at);
    emit(source.slice(at, less < 0 ? source.length : less));
    if (less < 0) break;
    const greater = source.indexOf('>', less);
    const inside = source.slice(less + 1, greater < 0 ? source.length : greater);
    at = greater < 0 ? source.length : greater + 1;
    if (/^\d/u.test(inside)) {
      const mark = parseTimestamp(inside);
      if (mark?.length === inside.length) markMs = mark.ms;
    } else if (inside.startsWith('/')) {
      close(open, inside.slice(1));
    } else {
      start(open, inside);
    }
  }
  return runs;
}

function start(open: Open[], inside: string): void {
  const [, tag = '', rest = ''] = /^([^ \t\f\n.]*)(?:\.[^ \t\f\n]*)?(.*)$/su.exec(inside) ?? [];
  const top = open.at(-1);
  if (!TAGS.has(tag) || open.length >= LIMITS.nesting || (tag === 'rt' && top?.tag !== 'ruby')) return;
  open.push({ tag, voice: tag === 'v' ? annotation(rest) : (top?.voice ?? null), language: tag === 'lang' ? annotation(rest) : (top?.language ?? null) });
}

function close(open: Open[], tag: string): void {
  const top = open.at(-1)?.tag;
  if (top === tag) open.pop();
  else if (tag === 'ruby' && top === 'rt') open.splice(-2);
}
