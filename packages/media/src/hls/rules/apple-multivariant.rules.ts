import { attributeNumber, attributeText, type AttributeTag } from '../parse/parsed.domain.ts';
import { groupsOf, isPicture, type PlaylistRule, type PlaylistSet } from './playlist-set.ts';

/** What a variant may ask of a narrow mobile line, in bit/s (9.21). */
const NARROW_LINE = 192_000;
const FIRST_VARIANT_RATE = 2_000_000;
const DESCRIBES_VIDEO = 'public.accessibility.describes-video';
const H264_PROFILES = ['42', '4d', '64'];
const HIGHEST_H264_LEVEL = 0x2a;

const apple = (section: string): string => `Apple HLS authoring specification, ${section}`;
const where = (tag: AttributeTag): string => `Line ${tag.line}`;
const pictures = (set: PlaylistSet): AttributeTag[] => set.multivariant.variants.filter(isPicture);
const lacking = (tags: readonly AttributeTag[], name: string): string[] =>
  tags.filter((tag) => !tag.attributes.has(name)).map((tag) => `${where(tag)}: ${name} is missing.`);
const isSpecial = (tag: AttributeTag): boolean => tag.attributes.has('CHARACTERISTICS');
const sameAttribute = (a: AttributeTag, b: AttributeTag, name: string): boolean => attributeText(a, name) === attributeText(b, name);
const codecsOf = (tag: AttributeTag): string[] => (attributeText(tag, 'CODECS') ?? '').split(',').filter((codec) => codec !== '');

/** Apple's HLS authoring specification on the multivariant playlist: chapters 1, 2, 6, 8 and 9. */
export const APPLE_MULTIVARIANT_RULES: readonly PlaylistRule[] = [
  {
    id: 'apple-1.3',
    source: apple('1.1 to 1.3'),
    level: 'must',
    says: 'Picture is HEVC, or H.264 of at most High profile and level 4.2.',
    check: (set) =>
      [...pictures(set), ...set.multivariant.iframes]
        .filter((tag) => !codecsOf(tag).some(isPlayablePicture))
        .map((tag) => `${where(tag)}: no Apple device need play ${attributeText(tag, 'CODECS')}.`),
  },
  {
    id: 'apple-1.32',
    source: apple('1.32'),
    level: 'should',
    says: 'The first picture listed is the one nearest to 2,000 kbit/s.',
    check: (set) => {
      const distance = (tag: AttributeTag): number => Math.abs((attributeNumber(tag, 'AVERAGE-BANDWIDTH') ?? 0) - FIRST_VARIANT_RATE);
      const [first, ...others] = pictures(set);
      // The sound that goes with a picture moves its rate a little; that isn't another rung.
      return first && others.some((tag) => attributeText(tag, 'RESOLUTION') !== attributeText(first, 'RESOLUTION') && distance(tag) < distance(first))
        ? [`${where(first)}: another picture is nearer to 2,000 kbit/s.`]
        : [];
    },
  },
  {
    id: 'apple-1.33',
    source: apple('1.33'),
    level: 'should',
    says: 'All pictures have the same shape.',
    check: (set) => {
      const shapes = pictures(set).map((tag) => ({ tag, shape: shapeOf(tag) }));
      // Encoders want even numbers of pixels: a small rung may be off by one pixel's worth.
      return shapes
        .filter(({ shape }) => Math.abs(shape - (shapes[0]?.shape ?? shape)) > 0.02)
        .map(({ tag }) => `${where(tag)}: ${attributeText(tag, 'RESOLUTION')} has another shape than the first picture.`);
    },
  },
  {
    id: 'apple-2.3',
    source: apple('2.3'),
    level: 'must',
    says: 'The sound is there as AAC-LC, HE-AAC or HE-AAC v2.',
    check: (set) => {
      const sound = set.multivariant.variants.filter((tag) => tag.attributes.has('AUDIO') || !isPicture(tag));
      const isAac = (codec: string): boolean => /^mp4a\.40\.(2|5|29)$/.test(codec);
      return sound.length > 0 && !sound.some((tag) => codecsOf(tag).some(isAac)) ? ['No variant has AAC sound.'] : [];
    },
  },
  {
    id: 'apple-2.13',
    source: apple('2.13 and 2.27'),
    level: 'must',
    says: 'Audio description may be selected by the player and states its language.',
    check: (set) =>
      set.multivariant.media
        .filter((tag) => (attributeText(tag, 'CHARACTERISTICS') ?? '').includes(DESCRIBES_VIDEO))
        .filter((tag) => attributeText(tag, 'AUTOSELECT') !== 'YES' || !tag.attributes.has('LANGUAGE'))
        .map((tag) => `${where(tag)}: audio description needs AUTOSELECT=YES and LANGUAGE.`),
  },
  {
    id: 'apple-6.1',
    source: apple('6.1'),
    level: 'must',
    says: 'Where there is picture, there is an I-frame playlist for scrubbing.',
    check: (set) => (pictures(set).length > 0 && set.multivariant.iframes.length === 0 ? ['There is no EXT-X-I-FRAME-STREAM-INF.'] : []),
  },
  {
    id: 'apple-8.10',
    source: apple('8.10'),
    level: 'must',
    says: 'Every rendition but a picture states its language.',
    check: (set) => lacking(set.multivariant.media.filter((tag) => attributeText(tag, 'TYPE') !== 'VIDEO'), 'LANGUAGE'),
  },
  {
    id: 'apple-9.1',
    source: apple('9.1 and 9.3'),
    level: 'must',
    says: 'Every variant states its codecs.',
    check: (set) => lacking([...set.multivariant.variants, ...set.multivariant.iframes], 'CODECS'),
  },
  {
    id: 'apple-9.2',
    source: apple('9.2 and 9.4'),
    level: 'must',
    says: 'Every picture states its size.',
    check: (set) => lacking([...pictures(set), ...set.multivariant.iframes], 'RESOLUTION'),
  },
  {
    id: 'apple-9.7',
    source: apple('9.5 and 9.7'),
    level: 'must',
    says: 'Where sound comes in several languages it is apart from the picture, and every picture says which group goes with it.',
    check: (set) => (groupsOf(set, 'AUDIO').size === 0 ? [] : lacking(set.multivariant.variants, 'AUDIO')),
  },
  {
    id: 'apple-9.9',
    source: apple('9.9'),
    level: 'must',
    says: 'The picture comes in more than one bit rate.',
    check: (set) => (new Set(set.multivariant.variants.filter(isPicture).map((tag) => tag.uri)).size === 1 ? ['There is one picture only.'] : []),
  },
  {
    id: 'apple-9.11',
    source: apple('9.11 and 9.12'),
    level: 'must',
    says: 'That every segment starts afresh is said for all playlists at once, or in each.',
    check: (set) =>
      set.multivariant.independentSegments
        ? []
        : [...set.playlists]
            .filter(([, playlist]) => !playlist.independentSegments)
            .map(([uri]) => `${uri} has no EXT-X-INDEPENDENT-SEGMENTS, nor has the multivariant playlist.`),
  },
  {
    id: 'apple-9.14',
    source: apple('9.14'),
    level: 'must',
    says: 'Every variant states its average bandwidth.',
    check: (set) => lacking([...set.multivariant.variants, ...set.multivariant.iframes], 'AVERAGE-BANDWIDTH'),
  },
  {
    id: 'apple-9.15',
    source: apple('9.15'),
    level: 'must',
    says: 'Every picture states its frame rate.',
    check: (set) => lacking(pictures(set), 'FRAME-RATE'),
  },
  {
    id: 'apple-9.16',
    source: apple('9.16'),
    level: 'must',
    says: 'Where one picture states its video range, all do.',
    check: (set) => {
      const tags = [...pictures(set), ...set.multivariant.iframes];
      return tags.some((tag) => tag.attributes.has('VIDEO-RANGE')) ? lacking(tags, 'VIDEO-RANGE') : [];
    },
  },
  {
    id: 'apple-9.17',
    source: apple('9.17'),
    level: 'should',
    says: 'Of one language, the general rendition comes before the special ones.',
    check: (set) =>
      [...groupsOf(set, 'AUDIO').values()].flatMap((members) =>
        members
          .filter((tag, i) => !isSpecial(tag) && members.slice(0, i).some((before) => isSpecial(before) && sameAttribute(before, tag, 'LANGUAGE')))
          .map((tag) => `${where(tag)}: ${attributeText(tag, 'NAME')} comes after a special rendition of its language.`),
      ),
  },
  {
    id: 'apple-9.19',
    source: apple('9.19'),
    level: 'must',
    says: 'Where one variant has a score, all have.',
    check: (set) => (set.multivariant.variants.some((tag) => tag.attributes.has('SCORE')) ? lacking(set.multivariant.variants, 'SCORE') : []),
  },
  {
    id: 'apple-9.21',
    source: apple('9.21 (iOS)'),
    level: 'must',
    says: 'One variant is light enough for a mobile line of 192 kbit/s.',
    check: (set) =>
      set.multivariant.variants.some((tag) => (attributeNumber(tag, 'BANDWIDTH') ?? Infinity) <= NARROW_LINE) ? [] : ['No variant is at most 192 kbit/s.'],
  },
];

function isPlayablePicture(codec: string): boolean {
  const h264 = /^avc[13]\.([0-9a-f]{2})[0-9a-f]{2}([0-9a-f]{2})$/i.exec(codec);
  if (!h264) return /^(hvc1|hev1)\./.test(codec);
  return H264_PROFILES.includes((h264[1] ?? '').toLowerCase()) && Number.parseInt(h264[2] ?? '', 16) <= HIGHEST_H264_LEVEL;
}

function shapeOf(tag: AttributeTag): number {
  const [width = 0, height = 1] = (attributeText(tag, 'RESOLUTION') ?? '').split('x').map(Number);
  return width / height;
}
