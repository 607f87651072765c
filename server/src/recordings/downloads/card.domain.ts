import { linesForAss, looksLong, wordsForAss } from './ass.domain.ts';

/** What stands on the picture that other sites show with a link (Open Graph). */
export interface Card {
  /** In one line above. */
  readonly body: string;
  readonly title: string;
  /** In one line below. */
  readonly date: string;
}

const CARD_WIDTH = 1200;
const CARD_HEIGHT = 630;
const MARGIN = 64;

/** The words as subtitles (ASS), which ffmpeg draws: it shapes Arabic and wraps what is long. */
export function cardWords({ body, title, date }: Card, rightToLeft: boolean): string {
  // Numbers of the numeric keypad: 1 to 3 below, 7 to 9 above; left, middle, right.
  const [below, above] = rightToLeft ? [3, 9] : [1, 7];
  // The last number, -1: each line runs as its own first letters do.
  const style = (name: string, size: number, weight: number, place: number): string =>
    `Style: ${name},Noto Sans,${size},&H00FFFFFF,&H00FFFFFF,&H00241A16,&H80000000,${weight},0,0,0,100,100,0,0,1,0,2,${place},${MARGIN},${MARGIN},56,-1`;
  const line = (name: string, text: string): string => `Dialogue: 0,0:00:00.00,0:01:00.00,${name},,0,0,0,,${text}`;
  const size = looksLong(title) > 110 ? 44 : looksLong(title) > 60 ? 54 : 66;
  return [
    '[Script Info]', 'ScriptType: v4.00+', `PlayResX: ${CARD_WIDTH}`, `PlayResY: ${CARD_HEIGHT}`, 'WrapStyle: 0', '',
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding',
    style('Body', 36, 0, above), style('Title', size, -1, below), '',
    '[Events]', 'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    line('Body', wordsForAss(body)), line('Title', linesForAss(title, size, CARD_WIDTH - 2 * MARGIN)) + (date === '' ? '' : `\\N{\\fs32\\b0}${wordsForAss(date)}`), '',
  ].join('\n');
}

/** ffmpeg's arguments; it runs in the folder that holds `card.ass`, because names in filters have rules of their own. */
export const cardArgs = (poster: string | null, target: string): string[] => [
  '-hide_banner', '-nostdin', '-y', '-v', 'error', '-nostats',
  ...(poster === null ? ['-f', 'lavfi', '-i', `color=c=0x143c44:s=${CARD_WIDTH}x${CARD_HEIGHT}`] : ['-protocol_whitelist', 'file', '-i', `file:${poster}`]),
  '-vf', `scale=${CARD_WIDTH}:${CARD_HEIGHT}:force_original_aspect_ratio=increase,crop=${CARD_WIDTH}:${CARD_HEIGHT},drawbox=c=black@0.55:t=fill,ass=card.ass`,
  '-frames:v', '1', '-q:v', '4', '-map_metadata', '-1', '-fflags', '+bitexact', '-f', 'mjpeg', `file:${target}`,
];
