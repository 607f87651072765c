import { linesForAss, looksLong, wordsForAss } from './ass.domain.ts';

/** What stands on the picture of a podcast. */
export interface Artwork {
  /** Whose meetings: the name of a body, or the sentence of the site. */
  readonly title: string;
  /** In which language they are heard. */
  readonly language: string;
  readonly site: string;
}

/** Podcast programs want a square of 1400 to 3000 px. */
const ARTWORK_SIZE = 1800;
const MARGIN = 150;
const RADIUS = 150;
const LIGHT = '&H00E2ECEC&';
const ACCENT = '&H00D0C66F&';

/** The words and the sign as subtitles (ASS), which ffmpeg draws: it shapes Arabic and wraps what is long. */
export function artworkWords({ title, language, site }: Artwork, rightToLeft: boolean): string {
  // Numbers of the numeric keypad: 1 to 3 below, 7 to 9 above; left, middle, right.
  const [below, above] = rightToLeft ? [3, 9] : [1, 7];
  const beside = MARGIN + RADIUS * 2 + 60;
  // The last number, -1: each line runs as its own first letters do.
  const style = (name: string, size: number, weight: number, place: number, side: number, edge: number): string =>
    `Style: ${name},Noto Sans,${size},${LIGHT},${LIGHT},&H00000000&,&H00000000&,${weight},0,0,0,100,100,0,0,1,0,0,${place},${rightToLeft ? MARGIN : side},${rightToLeft ? side : MARGIN},${edge},-1`;
  const line = (name: string, text: string): string => `Dialogue: 0,0:00:00.00,0:01:00.00,${name},,0,0,0,,${text}`;
  const size = looksLong(title) > 90 ? 118 : looksLong(title) > 40 ? 142 : 176;
  return [
    '[Script Info]', 'ScriptType: v4.00+', `PlayResX: ${ARTWORK_SIZE}`, `PlayResY: ${ARTWORK_SIZE}`, 'WrapStyle: 0', '',
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding',
    style('Site', 110, -1, above, beside, MARGIN + RADIUS - 82), style('Title', size, -1, below, MARGIN, MARGIN - 20), style('Sign', 20, 0, 7, 0, 0), '',
    '[Events]', 'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    line('Site', wordsForAss(site)),
    line('Title', `${linesForAss(title, size, ARTWORK_SIZE - 2 * MARGIN)}\\N{\\fs104\\b0\\c${ACCENT}}${wordsForAss(language)}`),
    ...sign(rightToLeft ? ARTWORK_SIZE - MARGIN - RADIUS : MARGIN + RADIUS, MARGIN + RADIUS).map((drawing) => line('Sign', drawing)), '',
  ].join('\n');
}

/** ffmpeg's arguments; it runs in the folder that holds `artwork.ass`. Full range: else programs show the colours pale. */
export const artworkArgs = (target: string): string[] => [
  '-hide_banner', '-nostdin', '-y', '-v', 'error', '-nostats', '-f', 'lavfi', '-i', `color=c=0x0d3a43:s=${ARTWORK_SIZE}x${ARTWORK_SIZE}`,
  '-vf', 'ass=artwork.ass,scale=out_range=pc,format=yuvj420p', '-frames:v', '1', '-q:v', '3', '-map_metadata', '-1', '-fflags', '+bitexact', '-f', 'mjpeg', `file:${target}`,
];

/** The sign of the site, a ring that is open and a dot in it, around a point. */
function sign(x: number, y: number): readonly string[] {
  const scale = RADIUS / 13;
  const arc = (radius: number, from: number, to: number, cx = 0, cy = 0): readonly string[] => Array.from({ length: 46 }, (_, n) => {
    const angle = (from + ((to - from) * n) / 45) * (Math.PI / 180);
    return `${Math.round((cx + Math.cos(angle) * radius) * scale)} ${Math.round((cy + Math.sin(angle) * radius) * scale)}`;
  });
  const at = (angle: number): readonly [number, number] => [Math.cos(angle * (Math.PI / 180)) * 11, Math.sin(angle * (Math.PI / 180)) * 11];
  // Out along the rim, round the end, back inside, round the other end.
  const ring = [...arc(13, 0, 315), ...arc(2, 315, 495, ...at(315)), ...arc(9, 315, 0), ...arc(2, 180, 360, ...at(0))];
  const drawn = (points: readonly string[], colour: string): string => `{\\an7\\pos(${x},${y})\\c${colour}\\p1}m ${points.join(' l ')}{\\p0}`;
  return [drawn(ring, LIGHT), drawn(arc(4, 0, 360), ACCENT)];
}
