import { dirOf } from '#platform/i18n/index.ts';
import { wordsForAss } from '../downloads/ass.domain.ts';
import type { ClipCaptions } from './clip-file.domain.ts';

const HEIGHT = 720;
const WIDTH = 1280;
const SIZE = 46;
const WHITE = '&H00FFFFFF&';
const GROUND = '&H50101010&';

/**
 * Captions as subtitles (ASS) to be drawn into the picture: the first language below, the second above, on a dark ground.
 * Lines are as they come: whoever made them has broken them.
 */
export function clipSubtitles(captions: readonly ClipCaptions[]): string {
  // The last number, -1: each line runs as its own first letters do. Of the numeric keypad: 2 is below in the middle, 8 above.
  const style = (n: number): string => `Style: S${n},Noto Sans,${SIZE},${WHITE},${WHITE},${GROUND},${GROUND},0,0,0,0,100,100,0,0,3,6,0,${n === 0 ? 2 : 8},60,60,40,-1`;
  const lines = captions.flatMap(({ language, cues }, n) => cues.map(({ startMs, endMs, text }) => {
    const mark = dirOf(language) === 'rtl' ? '\u200F' : '';
    return `Dialogue: 0,${clock(startMs)},${clock(endMs)},S${n},,0,0,0,,${text.split('\n').map((line) => mark + wordsForAss(line)).join('\\N')}`;
  }));
  return [
    '[Script Info]', 'ScriptType: v4.00+', `PlayResX: ${WIDTH}`, `PlayResY: ${HEIGHT}`, 'WrapStyle: 0', 'ScaledBorderAndShadow: yes', '',
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding',
    ...captions.map((_, n) => style(n)), '',
    '[Events]', 'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text', ...lines, '',
  ].join('\n');
}

/** Hours, minutes, seconds and hundredths, as ASS has them. */
function clock(ms: number): string {
  const hundredths = Math.round(ms / 10);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(hundredths / 360_000)}:${two(Math.floor(hundredths / 6000) % 60)}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}
