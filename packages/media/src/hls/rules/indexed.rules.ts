import { fragmentsOf, presentationSeconds, type Fragment, type FragmentIndex } from '../../fmp4/index.ts';
import { attributeText, type ParsedSegment } from '../parse/parsed.domain.ts';
import { endSeconds } from '../segments.ts';
import { membersOf, renditions, type PlaylistRule, type PlaylistSet, type RenditionKind } from './playlist-set.ts';

const apple = (section: string): string => `Apple HLS authoring specification, ${section}`;
/** One frame of picture at 25 frames a second (8.1), which is also about one of AAC at 24 kHz. */
const ONE_FRAME = 0.0401;

/** A stretch of a playlist that comes from one media file, with that file's index. */
interface Indexed {
  readonly uri: string;
  readonly kind: RenditionKind;
  readonly segments: readonly ParsedSegment[];
  readonly index: FragmentIndex;
}

/** Rules on what lies in the media files; they look at those files only whose index is known. */
export const INDEXED_RULES: readonly PlaylistRule[] = [
  {
    id: 'rfc-codecs-complete',
    source: 'RFC 8216bis, section 4.4.6.2',
    level: 'must',
    says: 'CODECS names everything that a variant may have to play.',
    check: (set) =>
      set.multivariant.variants.flatMap((tag) => {
        const stated = (attributeText(tag, 'CODECS') ?? '').split(',');
        const uris = [tag.uri, ...membersOf(set, 'AUDIO', attributeText(tag, 'AUDIO')).map((member) => attributeText(member, 'URI') ?? '')];
        const needed = indexed(set, 'picture', 'sound').filter(({ uri }) => uris.includes(uri)).map(({ index }) => index.codec);
        return [...new Set(needed)].filter((codec) => !stated.includes(codec)).map((codec) => `Line ${tag.line}: CODECS lacks ${codec}.`);
      }),
  },
  {
    id: 'rfc-map-is-header',
    source: 'RFC 8216bis, section 3.1.2',
    level: 'must',
    says: 'EXT-X-MAP covers the header of its file, no more and no less.',
    check: (set) =>
      indexed(set, 'picture', 'sound', 'iframes')
        .filter(({ segments, index }) =>
          segments.some(({ map }) => map?.byteRange?.offset !== index.init.offset || map.byteRange.length !== index.init.length),
        )
        .map(({ uri }) => `${uri}: EXT-X-MAP isn't the ftyp and moov of its file.`),
  },
  {
    id: 'apple-6.10',
    source: apple('6.10'),
    level: 'must',
    says: 'An I-frame entry runs from its fragment header to the end of the I-frame.',
    check: (set) =>
      indexed(set, 'iframes').flatMap(({ uri, segments, index }) => {
        const keyframes = [...fragmentsOf(index)].filter((fragment) => fragment.startsWithKeyframe);
        const frames = new Map(keyframes.map((f) => [f.offset, f.headerLength + f.firstSampleSize]));
        return segments
          .filter(({ byteRange }) => frames.get(byteRange?.offset ?? -1) !== byteRange?.length)
          .map(({ line }) => `${uri}, line ${line}: the range isn't that of an I-frame.`);
      }),
  },
  {
    id: 'apple-7.3',
    source: apple('7.1 and 7.3'),
    level: 'must',
    says: 'In a file, each fragment goes on where the one before it ended.',
    check: (set) =>
      indexed(set, 'picture', 'sound').flatMap(({ uri, index }) => {
        const all = [...fragmentsOf(index)];
        const broken = all.findIndex((fragment, i) => i > 0 && Math.abs(fragment.start - endOf(all[i - 1])) > 1);
        return broken === -1 ? [] : [`${uri}: fragment ${broken} doesn't start where the one before it ends.`];
      }),
  },
  {
    id: 'apple-7.4',
    source: apple('7.4'),
    level: 'must',
    says: 'Every segment is made of whole fragments, without a hole, and picture starts with an I-frame.',
    check: (set) =>
      indexed(set, 'picture', 'sound').flatMap(({ uri, kind, segments, index }) => {
        const byOffset = new Map([...fragmentsOf(index)].map((fragment) => [fragment.offset, fragment]));
        const ends = new Set([...byOffset.values()].map((fragment) => fragment.offset + fragment.length));
        return segments.flatMap(({ line, byteRange }, i) => {
          const first = byOffset.get(byteRange?.offset ?? -1);
          const end = (byteRange?.offset ?? 0) + (byteRange?.length ?? 0);
          const next = segments[i + 1]?.byteRange?.offset ?? end;
          if (!first || !ends.has(end) || next !== end) return [`${uri}, line ${line}: the range isn't whole fragments next to each other.`];
          return kind === 'picture' && !first.startsWithKeyframe ? [`${uri}, line ${line}: the segment doesn't start with an I-frame.`] : [];
        });
      }),
  },
  {
    id: 'apple-8.1',
    source: apple('8.1'),
    level: 'must',
    says: 'The durations of any run of segments add up to what the run really lasts, to one frame.',
    check: (set) =>
      indexed(set, 'picture', 'sound').flatMap(({ uri, segments, index }) => {
        const starts = new Map([...fragmentsOf(index)].map((fragment) => [fragment.offset, Math.max(0, presentationSeconds(index, fragment))]));
        const origin = starts.get(segments[0]?.byteRange?.offset ?? -1) ?? 0;
        let listed = origin;
        return segments.flatMap(({ line, byteRange, durationSeconds }) => {
          listed += durationSeconds;
          const real = starts.get((byteRange?.offset ?? 0) + (byteRange?.length ?? 0)) ?? endSeconds(index);
          return Math.abs(listed - real) > ONE_FRAME
            ? [`${uri}, line ${line}: EXTINF adds up to ${listed.toFixed(3)} s where the file is at ${real.toFixed(3)} s.`]
            : [];
        });
      }),
  },
];

function endOf(fragment: Fragment | undefined): number {
  return fragment ? fragment.start + fragment.duration : 0;
}

/** Playlists cut where the file changes, as far as the files are indexed. */
function indexed(set: PlaylistSet, ...kinds: readonly RenditionKind[]): Indexed[] {
  return renditions(set, ...kinds).flatMap(({ uri, kind, playlist }) => {
    const files = [...new Set(playlist.segments.map((segment) => segment.uri))];
    return files.flatMap((file) => {
      const index = set.indexes.get(file);
      return index ? [{ uri, kind, index, segments: playlist.segments.filter((segment) => segment.uri === file) }] : [];
    });
  });
}
