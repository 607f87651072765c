import type { FragmentIndex } from '../../fmp4/index.ts';
import { parsePlaylist } from '../parse/parse-playlist.ts';
import { attributeText, type AttributeTag, type ParsedMedia, type ParsedMultivariant } from '../parse/parsed.domain.ts';

/** A meeting's playlists as the rules look at them. */
export interface PlaylistSet {
  readonly multivariant: ParsedMultivariant;
  /** The media playlists, by their address as the multivariant playlist writes it. */
  readonly playlists: ReadonlyMap<string, ParsedMedia>;
  /**
   * The fragments of media files, by their address as the media playlists write it. Rules on what lies in the files
   * look only at those that are here.
   */
  readonly indexes: ReadonlyMap<string, FragmentIndex>;
}

/** One way in which a set of playlists doesn't hold to a rule. */
export interface RuleProblem {
  readonly rule: string;
  readonly level: 'must' | 'should';
  readonly source: string;
  /** One sentence: what, and where. */
  readonly problem: string;
}

/** One requirement of a specification, and how to see whether it is met. */
export interface PlaylistRule {
  readonly id: string;
  /** Document and section. */
  readonly source: string;
  readonly level: 'must' | 'should';
  /** The requirement in our own words. */
  readonly says: string;
  /** A sentence for each place where it isn't met. */
  readonly check: (set: PlaylistSet) => readonly string[];
}

/**
 * Reads a multivariant playlist and every playlist that it names.
 * @param read the text of a media playlist by its address; undefined when there is none
 * @throws PlaylistSyntaxError, or a RangeError when an address is not a media playlist
 */
export function readPlaylistSet(
  multivariantText: string,
  read: (uri: string) => string | undefined,
  indexes: ReadonlyMap<string, FragmentIndex> = new Map(),
): PlaylistSet {
  const multivariant = parsePlaylist(multivariantText);
  if (multivariant.kind !== 'multivariant') throw new RangeError('The first playlist is a media playlist, not a multivariant one.');
  const playlists = new Map<string, ParsedMedia>();
  for (const uri of namedUris(multivariant)) {
    const text = read(uri);
    if (text === undefined) continue;
    const playlist = parsePlaylist(text);
    if (playlist.kind !== 'media') throw new RangeError(`${uri} is not a media playlist.`);
    playlists.set(uri, playlist);
  }
  return { multivariant, playlists, indexes };
}

/** Every address of a playlist that a multivariant playlist names, once each. */
export function namedUris(multivariant: ParsedMultivariant): string[] {
  const tags = [...multivariant.media, ...multivariant.iframes].flatMap((tag) => attributeText(tag, 'URI') ?? []);
  return [...new Set([...multivariant.variants.map((variant) => variant.uri), ...tags])];
}

/** What a media playlist is for. */
export type RenditionKind = 'picture' | 'sound' | 'iframes' | 'captions';

/** A media playlist of the set with what it is for. */
export interface Rendition {
  readonly uri: string;
  readonly kind: RenditionKind;
  readonly playlist: ParsedMedia;
}

/** The set's media playlists of the given kinds. */
export function renditions(set: PlaylistSet, ...kinds: readonly RenditionKind[]): Rendition[] {
  const kindOf = new Map<string, RenditionKind>();
  for (const variant of set.multivariant.variants) kindOf.set(variant.uri, isPicture(variant) ? 'picture' : 'sound');
  for (const tag of set.multivariant.media) kindOf.set(attributeText(tag, 'URI') ?? '', attributeText(tag, 'TYPE') === 'SUBTITLES' ? 'captions' : 'sound');
  for (const tag of set.multivariant.iframes) kindOf.set(attributeText(tag, 'URI') ?? '', 'iframes');
  return [...set.playlists].flatMap(([uri, playlist]) => {
    const kind = kindOf.get(uri);
    return kind !== undefined && kinds.includes(kind) ? [{ uri, kind, playlist }] : [];
  });
}

/** Whether a variant has a picture: it states a size or a video codec. */
export function isPicture(variant: AttributeTag): boolean {
  return variant.attributes.has('RESOLUTION') || /\b(avc[13]|hvc1|hev1|av01|dvh1)\b/.test(attributeText(variant, 'CODECS') ?? '');
}

/** The EXT-X-MEDIA tags of one type and group. */
export function membersOf(set: PlaylistSet, type: string, group: string | undefined): AttributeTag[] {
  return set.multivariant.media.filter((tag) => attributeText(tag, 'TYPE') === type && attributeText(tag, 'GROUP-ID') === group);
}

/** The groups of a type, by id. */
export function groupsOf(set: PlaylistSet, type: string): Map<string, AttributeTag[]> {
  const ids = set.multivariant.media.filter((tag) => attributeText(tag, 'TYPE') === type).map((tag) => attributeText(tag, 'GROUP-ID') ?? '');
  return new Map([...new Set(ids)].map((id) => [id, membersOf(set, type, id)]));
}

/** Where each segment of a playlist starts, and at the end where the last one ends; seconds from its beginning. */
export function boundaries(playlist: ParsedMedia): number[] {
  const ends = [0];
  for (const segment of playlist.segments) ends.push((ends.at(-1) ?? 0) + segment.durationSeconds);
  return ends;
}
