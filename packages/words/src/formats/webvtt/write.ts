import type { Segment } from '../../segment.ts';
import { clockText } from '../read/clock.ts';
import { type Piece, wordPieces } from '../read/word-pieces.ts';

/** How WebVTT is written. */
export interface WebVttOptions {
  /** Of the whole (BCP 47). */
  readonly language?: string | null;
  /** Write word times as marks inside the cues. Default false: players that don't know them are rare, but there are some. */
  readonly wordTimes?: boolean;
  /** For a segment of HLS: the time of these cues, in ms, at which the clock of the media is 0 (RFC 8216, section 3.5). */
  readonly mediaStartMs?: number;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;', '\0': '&#0;' };
const escape = (text: string): string => text.replace(/[&<>\r\0]/gu, (sign) => ESCAPES[sign] ?? sign);
// On one line; two hyphens at its end would make an arrow with the sign that closes the tag.
const annotation = (text: string): string => escape(text.replace(/\s+/gu, ' ')).replace(/-$/u, '&#45;');
// An empty line ends a cue.
const cueText = (text: string): string => escape(text).replace(/\n(?=\n)/gu, '\n&#8203;');

/** Writes WebVTT; a speaker becomes a voice, a language of its own a lang tag. Nothing of the text can be taken for a tag or an arrow. */
export function writeWebVtt(segments: readonly Segment[], { language = null, wordTimes = false, mediaStartMs }: WebVttOptions = {}): string {
  const clock = mediaStartMs === undefined ? '' : `X-TIMESTAMP-MAP=LOCAL:${clockText(mediaStartMs, '.')},MPEGTS:0\n`;
  const header = `WEBVTT\n${clock}${language === null ? '' : `Kind: captions\nLanguage: ${language}\n`}`;
  return [header, ...segments.map((segment) => cue(segment, wordTimes))].join('\n');
}

function cue(segment: Segment, wordTimes: boolean): string {
  const words = wordTimes ? wordPieces(segment) : null;
  const body = words === null ? cueText(segment.text) : marked(segment, words);
  const inLanguage = segment.language === null ? body : `<lang ${annotation(segment.language)}>${body}</lang>`;
  const voiced = segment.speaker === null ? inLanguage : `<v ${annotation(segment.speaker)}>${inLanguage}</v>`;
  return `${clockText(segment.startMs, '.')} --> ${clockText(segment.endMs, '.')}\n${voiced}\n`;
}

/** A mark before each word, and one where a pause begins; marks have to go forward and lie inside the cue. */
function marked({ startMs, endMs }: Segment, pieces: readonly Piece[]): string {
  let last = startMs;
  const mark = (ms: number): string => {
    if (ms <= last || ms >= endMs) return '';
    last = ms;
    return `<${clockText(ms, '.')}>`;
  };
  return pieces.map(({ text, word }, at) => {
    if (word === null) return cueText(text);
    const before = mark(word.startMs);
    const next = pieces.slice(at + 1).find((piece) => piece.word !== null)?.word?.startMs ?? endMs;
    return `${before}${cueText(text)}${next > word.endMs ? mark(word.endMs) : ''}`;
  }).join('');
}
