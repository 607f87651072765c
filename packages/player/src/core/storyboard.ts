/** One still of a storyboard: where it lies in a sprite, in pixels. */
export interface Still {
  readonly startMs: number;
  readonly endMs: number;
  readonly url: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const TIMING = /^\s*([\d:.]+)\s+-->\s+([\d:.]+)/;
const REGION = /^(.*)#xywh=(\d+),(\d+),(\d+),(\d+)$/;

/** Reads a storyboard: WebVTT whose cues are `sprite.jpg#xywh=x,y,w,h`. Cues that aren't are passed over. */
export function parseStoryboard(vtt: string, baseUrl: string): readonly Still[] {
  const stills: Still[] = [];
  const lines = vtt.split(/\r\n|\r|\n/);
  lines.forEach((line, i) => {
    const timing = TIMING.exec(line);
    const region = timing ? REGION.exec(lines[i + 1]?.trim() ?? '') : null;
    if (!timing || !region) return;
    const [x = 0, y = 0, width = 0, height = 0] = region.slice(2).map(Number);
    const url = new URL(region[1] ?? '', baseUrl).href;
    stills.push({ startMs: cueTime(timing[1] ?? ''), endMs: cueTime(timing[2] ?? ''), url, x, y, width, height });
  });
  return stills;
}

/** The still shown at `ms`; the last one stands to the end. */
export function stillAt(stills: readonly Still[], ms: number): Still | null {
  return stills.findLast((still) => still.startMs <= ms) ?? null;
}

function cueTime(text: string): number {
  return Math.round(text.split(':').reduce((total, part) => total * 60 + Number(part), 0) * 1000);
}
