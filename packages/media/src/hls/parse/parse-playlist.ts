import { MediaParts } from './media-parts.ts';
import { parseAttributes } from './parse-attributes.ts';
import {
  PlaylistSyntaxError,
  type AttributeTag,
  type ParsedMedia,
  type ParsedMultivariant,
  type ParsedVariant,
} from './parsed.domain.ts';

const MULTIVARIANT_TAGS = new Set(['EXT-X-MEDIA', 'EXT-X-STREAM-INF', 'EXT-X-I-FRAME-STREAM-INF', 'EXT-X-SESSION-DATA']);

/** A line that is a tag: its name, and what follows the colon (undefined without one). */
interface TagLine {
  readonly line: number;
  readonly tag: string;
  readonly text: string | undefined;
}

/** A line that is an address. */
interface UriLine {
  readonly line: number;
  readonly uri: string;
}

/**
 * Reads a playlist strictly: unknown tags and attributes, wrong forms and tags of the other kind of playlist are
 * refused, so that a test sees what a forgiving player would hide. Live tags are not known here.
 * @throws PlaylistSyntaxError
 */
export function parsePlaylist(text: string): ParsedMultivariant | ParsedMedia {
  const lines = linesOf(text);
  const multivariant = lines.some((line) => 'tag' in line && MULTIVARIANT_TAGS.has(line.tag));
  return multivariant ? parseMultivariant(lines) : parseMedia(lines);
}

function linesOf(text: string): (TagLine | UriLine)[] {
  if (text.charCodeAt(0) === 0xfe_ff) throw new PlaylistSyntaxError(1, 'it starts with a byte order mark.');
  if (!text.endsWith('\n')) throw new PlaylistSyntaxError(text.split('\n').length, 'it doesn\'t end with a line break.');
  const raw = text.slice(0, -1).split(/\r?\n/);
  if (raw[0] !== '#EXTM3U') throw new PlaylistSyntaxError(1, 'it must be #EXTM3U.');
  return raw.flatMap((content, i): (TagLine | UriLine)[] => {
    const line = i + 1;
    if (/\p{Cc}/u.test(content)) throw new PlaylistSyntaxError(line, 'it has a control character.');
    if (content === '' || (content.startsWith('#') && !content.startsWith('#EXT'))) return [];
    if (!content.startsWith('#')) return [{ line, uri: content }];
    const colon = content.indexOf(':');
    return [colon === -1 ? { line, tag: content.slice(1), text: undefined } : { line, tag: content.slice(1, colon), text: content.slice(colon + 1) }];
  });
}

function parseMultivariant(lines: readonly (TagLine | UriLine)[]): ParsedMultivariant {
  const lists: Record<'media' | 'iframes' | 'sessionData', AttributeTag[]> = { media: [], iframes: [], sessionData: [] };
  const variants: ParsedVariant[] = [];
  const once = new Map<string, TagLine>();
  let open: AttributeTag | undefined;
  for (const line of lines) {
    if ('uri' in line) {
      if (!open) throw new PlaylistSyntaxError(line.line, 'an address stands without EXT-X-STREAM-INF before it.');
      variants.push({ ...open, uri: line.uri });
      open = undefined;
      continue;
    }
    if (open) throw new PlaylistSyntaxError(line.line, 'EXT-X-STREAM-INF must be followed by an address.');
    const tag = (): AttributeTag => ({ line: line.line, attributes: parseAttributes(line.tag, line.text ?? '', line.line) });
    if (line.tag === 'EXT-X-STREAM-INF') open = tag();
    else if (line.tag === 'EXT-X-MEDIA') lists.media.push(tag());
    else if (line.tag === 'EXT-X-I-FRAME-STREAM-INF') lists.iframes.push(tag());
    else if (line.tag === 'EXT-X-SESSION-DATA') lists.sessionData.push(tag());
    else takeOnce(once, line, ['EXTM3U', 'EXT-X-VERSION', 'EXT-X-INDEPENDENT-SEGMENTS']);
  }
  if (open) throw new PlaylistSyntaxError(open.line, 'EXT-X-STREAM-INF must be followed by an address.');
  return {
    kind: 'multivariant',
    version: integer(once, 'EXT-X-VERSION'),
    independentSegments: once.has('EXT-X-INDEPENDENT-SEGMENTS'),
    ...lists,
    variants,
  };
}

const MEDIA_ONCE = [
  'EXTM3U',
  'EXT-X-VERSION',
  'EXT-X-INDEPENDENT-SEGMENTS',
  'EXT-X-TARGETDURATION',
  'EXT-X-MEDIA-SEQUENCE',
  'EXT-X-PLAYLIST-TYPE',
  'EXT-X-I-FRAMES-ONLY',
  'EXT-X-ENDLIST',
];

function parseMedia(lines: readonly (TagLine | UriLine)[]): ParsedMedia {
  const once = new Map<string, TagLine>();
  const parts = new MediaParts();
  for (const line of lines) {
    if ('uri' in line) parts.address(line.uri, line.line);
    else if (!parts.tag(line.tag, line.text, line.line)) {
      // What says how to read the whole list has to come before its segments (section 4.4.3).
      if (line.tag === 'EXT-X-MEDIA-SEQUENCE' && parts.any) {
        throw new PlaylistSyntaxError(line.line, 'EXT-X-MEDIA-SEQUENCE must come before the first segment.');
      }
      takeOnce(once, line, MEDIA_ONCE);
    }
  }
  const targetDuration = integer(once, 'EXT-X-TARGETDURATION');
  if (targetDuration === undefined) throw new PlaylistSyntaxError(1, 'a media playlist needs EXT-X-TARGETDURATION.');
  return {
    kind: 'media',
    version: integer(once, 'EXT-X-VERSION'),
    independentSegments: once.has('EXT-X-INDEPENDENT-SEGMENTS'),
    targetDuration,
    mediaSequence: integer(once, 'EXT-X-MEDIA-SEQUENCE') ?? 0,
    playlistType: playlistType(once.get('EXT-X-PLAYLIST-TYPE')),
    iframesOnly: once.has('EXT-X-I-FRAMES-ONLY'),
    endList: once.has('EXT-X-ENDLIST'),
    segments: parts.finish(),
  };
}

function playlistType(tag: TagLine | undefined): 'VOD' | 'EVENT' | undefined {
  if (tag === undefined || tag.text === 'VOD' || tag.text === 'EVENT') return tag?.text as 'VOD' | 'EVENT' | undefined;
  throw new PlaylistSyntaxError(tag.line, 'EXT-X-PLAYLIST-TYPE must be VOD or EVENT.');
}

function takeOnce(once: Map<string, TagLine>, line: TagLine, allowed: readonly string[]): void {
  if (!allowed.includes(line.tag)) throw new PlaylistSyntaxError(line.line, `the tag ${line.tag} is not known or doesn't belong here.`);
  if (once.has(line.tag)) throw new PlaylistSyntaxError(line.line, `the tag ${line.tag} stands twice.`);
  once.set(line.tag, line);
}

function integer(once: ReadonlyMap<string, TagLine>, name: string): number | undefined {
  const tag = once.get(name);
  if (tag === undefined) return undefined;
  if (!/^\d+$/.test(tag.text ?? '')) throw new PlaylistSyntaxError(tag.line, `${name} must be a whole number.`);
  return Number(tag.text);
}
