import { parseAttributes, parseRange } from './parse-attributes.ts';
import { PlaylistSyntaxError, type ParsedMap, type ParsedRange, type ParsedSegment } from './parsed.domain.ts';

interface OpenSegment {
  durationSeconds?: number;
  range?: string;
  discontinuity?: true;
  programDateTime?: number;
}

/** Gathers the tags that apply to the next segment, and the segments. */
export class MediaParts {
  readonly #segments: ParsedSegment[] = [];
  #map: ParsedMap | undefined;
  #open: OpenSegment = {};
  #lastLine = 1;

  /** Whether a segment has been read already. */
  get any(): boolean {
    return this.#segments.length > 0;
  }

  /** Takes a tag that applies to segments; false when it isn't one. */
  tag(name: string, text: string | undefined, line: number): boolean {
    this.#lastLine = line;
    if (name === 'EXTINF') this.#open.durationSeconds = extinf(text, line);
    else if (name === 'EXT-X-BYTERANGE') this.#open.range = text ?? '';
    else if (name === 'EXT-X-DISCONTINUITY' && text === undefined) this.#open.discontinuity = true;
    else if (name === 'EXT-X-PROGRAM-DATE-TIME') this.#open.programDateTime = dateTime(text, line);
    else if (name === 'EXT-X-MAP') this.#map = mapOf(text, line);
    else return false;
    return true;
  }

  /** Takes an address, which completes a segment. */
  address(uri: string, line: number): void {
    const { durationSeconds, range, discontinuity, programDateTime } = this.#open;
    if (durationSeconds === undefined) throw new PlaylistSyntaxError(line, 'the segment has no EXTINF.');
    this.#segments.push({
      line,
      uri,
      durationSeconds,
      byteRange: range === undefined ? undefined : parseRange(range, this.#goesOn(uri), line),
      map: this.#map,
      discontinuity: discontinuity ?? false,
      programDateTime,
    });
    this.#open = {};
  }

  finish(): readonly ParsedSegment[] {
    if (Object.keys(this.#open).length > 0) throw new PlaylistSyntaxError(this.#lastLine, 'the tags at the end belong to no segment.');
    return this.#segments;
  }

  #goesOn(uri: string): number | undefined {
    const last = this.#segments.at(-1);
    const range: ParsedRange | undefined = last?.uri === uri ? last.byteRange : undefined;
    return range && range.offset + range.length;
  }
}

function extinf(text: string | undefined, line: number): number {
  const match = /^(\d+(?:\.\d+)?),.*$/.exec(text ?? '');
  if (!match) throw new PlaylistSyntaxError(line, 'EXTINF must be a duration and a comma.');
  return Number(match[1]);
}

function dateTime(text: string | undefined, line: number): number {
  const complete = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/.test(text ?? '');
  const ms = complete ? Date.parse(text ?? '') : Number.NaN;
  if (Number.isNaN(ms)) throw new PlaylistSyntaxError(line, 'EXT-X-PROGRAM-DATE-TIME must be a date and time with its zone.');
  return ms;
}

function mapOf(text: string | undefined, line: number): ParsedMap {
  const attributes = parseAttributes('EXT-X-MAP', text ?? '', line);
  const uri = attributes.get('URI')?.value;
  const range = attributes.get('BYTERANGE')?.value;
  if (uri === undefined) throw new PlaylistSyntaxError(line, 'EXT-X-MAP needs URI.');
  return { uri, byteRange: range === undefined ? undefined : parseRange(range, 0, line) };
}
