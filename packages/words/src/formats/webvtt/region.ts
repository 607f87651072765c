import { parsePercent } from './settings.ts';

/** A part of the picture where cues may scroll; anchors and width in percent. */
export interface Region {
  readonly id: string;
  readonly width: number;
  readonly lines: number;
  readonly regionAnchor: readonly [number, number];
  readonly viewportAnchor: readonly [number, number];
  readonly scroll: '' | 'up';
}

const DEFAULTS: Region = { id: '', width: 100, lines: 3, regionAnchor: [0, 100], viewportAnchor: [0, 100], scroll: '' };

function anchor(value: string): readonly [number, number] | null {
  const [x, y, ...more] = value.split(',').map(parsePercent);
  return x == null || y == null || more.length > 0 ? null : [x, y];
}

function readSetting(region: Region, name: string, value: string): Region {
  const percent = parsePercent(value);
  const place = anchor(value);
  switch (name) {
    case 'id': return { ...region, id: value };
    case 'width': return percent === null ? region : { ...region, width: percent };
    case 'lines': return /^\d+$/u.test(value) ? { ...region, lines: Number(value) } : region;
    case 'regionanchor': return place === null ? region : { ...region, regionAnchor: place };
    case 'viewportanchor': return place === null ? region : { ...region, viewportAnchor: place };
    case 'scroll': return value === 'up' ? { ...region, scroll: 'up' } : region;
    default: return region;
  }
}

/** A region from the lines of its block; none where it has no id, for then no cue can name it. */
export function parseRegion(lines: readonly string[], sign: ':' | '='): Region[] {
  const region = lines.flatMap((line) => line.split(/[ \t\f]+/u)).reduce<Region>((sofar, word) => {
    const at = word.indexOf(sign);
    return at <= 0 || at === word.length - 1 ? sofar : readSetting(sofar, word.slice(0, at), word.slice(at + 1));
  }, DEFAULTS);
  return region.id === '' ? [] : [region];
}
