/** One attribute as it stands in the text. */
export interface Attribute {
  readonly value: string;
  readonly quoted: boolean;
}

/** The attributes of one tag, and the line it is on (1-based). */
export interface AttributeTag {
  readonly line: number;
  readonly attributes: ReadonlyMap<string, Attribute>;
}

/** EXT-X-STREAM-INF and the URI under it. */
export interface ParsedVariant extends AttributeTag {
  readonly uri: string;
}

/** A multivariant playlist, read. */
export interface ParsedMultivariant {
  readonly kind: 'multivariant';
  readonly version: number | undefined;
  readonly independentSegments: boolean;
  readonly media: readonly AttributeTag[];
  readonly variants: readonly ParsedVariant[];
  readonly iframes: readonly AttributeTag[];
  readonly sessionData: readonly AttributeTag[];
}

/** EXT-X-MAP. */
export interface ParsedMap {
  readonly uri: string;
  readonly byteRange: ParsedRange | undefined;
}

/** A byte range with its offset worked out. */
export interface ParsedRange {
  readonly offset: number;
  readonly length: number;
}

/** A media segment with everything that applies to it. */
export interface ParsedSegment {
  readonly line: number;
  readonly uri: string;
  readonly durationSeconds: number;
  readonly byteRange: ParsedRange | undefined;
  readonly map: ParsedMap | undefined;
  /** EXT-X-DISCONTINUITY stands before it. */
  readonly discontinuity: boolean;
  /** EXT-X-PROGRAM-DATE-TIME of its own, in ms since 1970. */
  readonly programDateTime: number | undefined;
}

/** A media playlist, read. */
export interface ParsedMedia {
  readonly kind: 'media';
  readonly version: number | undefined;
  readonly independentSegments: boolean;
  readonly targetDuration: number;
  readonly mediaSequence: number;
  readonly playlistType: 'VOD' | 'EVENT' | undefined;
  readonly iframesOnly: boolean;
  readonly endList: boolean;
  readonly segments: readonly ParsedSegment[];
}

/** Thrown for text that is no valid playlist; the message names the line. */
export class PlaylistSyntaxError extends Error {
  override readonly name = 'PlaylistSyntaxError';
  /** 1-based. */
  readonly line: number;

  constructor(line: number, problem: string) {
    super(`Line ${line} of the playlist: ${problem}`);
    this.line = line;
  }
}

/** An attribute's text, whether it was quoted or not. */
export function attributeText(tag: AttributeTag, name: string): string | undefined {
  return tag.attributes.get(name)?.value;
}

/** A decimal attribute as a number. */
export function attributeNumber(tag: AttributeTag, name: string): number | undefined {
  const text = attributeText(tag, name);
  return text === undefined ? undefined : Number(text);
}
