import { canonicalTag } from '../../languages/index.ts';
import { attributeText, type AttributeTag } from '../parse/parsed.domain.ts';
import { groupsOf, namedUris, type PlaylistRule, type PlaylistSet } from './playlist-set.ts';

const STABLE_ID = /^[A-Za-z0-9+/=._-]+$/;
const TYPES = ['AUDIO', 'VIDEO', 'SUBTITLES', 'CLOSED-CAPTIONS'];
/** What may differ between the same member of two groups. */
const OWN = new Set(['GROUP-ID', 'URI', 'CHANNELS', 'BIT-DEPTH', 'SAMPLE-RATE', 'STABLE-RENDITION-ID']);

const where = (tag: AttributeTag): string => `Line ${tag.line}`;
const isYes = (tag: AttributeTag, name: string): boolean => attributeText(tag, name) === 'YES';
/** What a player chooses by. */
const choice = (tag: AttributeTag): string =>
  ['LANGUAGE', 'ASSOC-LANGUAGE', 'FORCED', 'CHARACTERISTICS'].map((name) => attributeText(tag, name)).join('|');
const every = (set: PlaylistSet): AttributeTag[] => [...set.multivariant.variants, ...set.multivariant.iframes];

/** RFC 8216bis on the multivariant playlist. */
export const RFC_MULTIVARIANT_RULES: readonly PlaylistRule[] = [
  {
    id: 'rfc-named-playlists',
    source: 'RFC 8216bis, sections 4.4.6.1 to 4.4.6.3',
    level: 'must',
    says: 'Every address that the multivariant playlist names is a playlist that exists.',
    check: (set) => namedUris(set.multivariant).filter((uri) => !set.playlists.has(uri)).map((uri) => `There is no playlist ${uri}.`),
  },
  {
    id: 'rfc-required-attributes',
    source: 'RFC 8216bis, sections 4.4.6.1 to 4.4.6.3',
    level: 'must',
    says: 'Renditions have a type, a group and a name; variants a bandwidth; I-frame variants a bandwidth and an address.',
    check: (set) => [
      ...set.multivariant.media.flatMap((tag) => missing(tag, ['TYPE', 'GROUP-ID', 'NAME'])),
      ...set.multivariant.media
        .filter((tag) => !TYPES.includes(attributeText(tag, 'TYPE') ?? ''))
        .map((tag) => `${where(tag)}: TYPE must be one of ${TYPES.join(', ')}.`),
      ...every(set).flatMap((tag) => missing(tag, ['BANDWIDTH'])),
      ...set.multivariant.iframes.flatMap((tag) => missing(tag, ['URI'])),
    ],
  },
  {
    id: 'rfc-subtitles',
    source: 'RFC 8216bis, section 4.4.6.1',
    level: 'must',
    says: 'Subtitles have a playlist of their own, and only they may be forced.',
    check: (set) =>
      set.multivariant.media.flatMap((tag) =>
        attributeText(tag, 'TYPE') === 'SUBTITLES' ? missing(tag, ['URI']) : tag.attributes.has('FORCED') ? [`${where(tag)}: FORCED is for subtitles only.`] : [],
      ),
  },
  {
    id: 'rfc-yes-or-no',
    source: 'RFC 8216bis, section 4.4.6.1',
    level: 'must',
    says: 'DEFAULT and AUTOSELECT are YES or NO, and a default may be selected by the player itself.',
    check: (set) =>
      set.multivariant.media.flatMap((tag) => [
        ...['DEFAULT', 'AUTOSELECT', 'FORCED']
          .filter((name) => !['YES', 'NO', undefined].includes(attributeText(tag, name)))
          .map((name) => `${where(tag)}: ${name} must be YES or NO.`),
        ...(isYes(tag, 'DEFAULT') && attributeText(tag, 'AUTOSELECT') === 'NO' ? [`${where(tag)}: DEFAULT=YES doesn't go with AUTOSELECT=NO.`] : []),
      ]),
  },
  {
    id: 'rfc-names-differ',
    source: 'RFC 8216bis, section 4.4.6.1.1',
    level: 'must',
    says: 'Members of a group have different names.',
    check: (set) =>
      inGroups(set, (members) =>
        repeated(members, (tag) => attributeText(tag, 'NAME')).map((tag) => `${where(tag)}: the name ${attributeText(tag, 'NAME')} is taken in its group.`),
      ),
  },
  {
    id: 'rfc-one-default',
    source: 'RFC 8216bis, section 4.4.6.1.1',
    level: 'must',
    says: 'A group has at most one default.',
    check: (set) =>
      inGroups(set, (members) =>
        repeated(members.filter((tag) => isYes(tag, 'DEFAULT')), () => 'YES').map((tag) => `${where(tag)}: its group has a default already.`),
      ),
  },
  {
    id: 'rfc-autoselect-distinct',
    source: 'RFC 8216bis, section 4.4.6.1.1',
    level: 'should',
    says: 'Members among which a player chooses by itself differ in language or characteristics.',
    check: (set) =>
      inGroups(set, (members) =>
        repeated(members.filter((tag) => isYes(tag, 'AUTOSELECT')), choice).map(
          (tag) => `${where(tag)}: nothing tells it apart from another AUTOSELECT=YES member of its group.`,
        ),
      ),
  },
  {
    id: 'rfc-groups-alike',
    source: 'RFC 8216bis, section 4.4.6.1.1',
    level: 'must',
    says: 'Groups of one type have the same members with the same attributes, except for address and encoding.',
    check: (set) =>
      TYPES.flatMap((type) => {
        const groups = [...groupsOf(set, type)].map(([id, members]) => ({ id, members: members.map(shared).toSorted().join('\n') }));
        return groups
          .filter((group) => group.members !== groups[0]?.members)
          .map((group) => `The group ${group.id} has other members than ${groups[0]?.id}.`);
      }),
  },
  {
    id: 'rfc-group-exists',
    source: 'RFC 8216bis, section 4.4.6.2',
    level: 'must',
    says: 'A group that a variant names is there.',
    check: (set) =>
      set.multivariant.variants.flatMap((tag) =>
        ['AUDIO', 'SUBTITLES', 'VIDEO']
          .filter((type) => tag.attributes.has(type) && !groupsOf(set, type).has(attributeText(tag, type) ?? ''))
          .map((type) => `${where(tag)}: there is no ${type} group ${attributeText(tag, type)}.`),
      ),
  },
  {
    id: 'rfc-captions-none',
    source: 'RFC 8216bis, section 4.4.6.2',
    level: 'must',
    says: 'Where one variant says that it has no captions in the picture, all say so.',
    check: (set) => {
      const none = set.multivariant.variants.filter((tag) => attributeText(tag, 'CLOSED-CAPTIONS') === 'NONE');
      const others = set.multivariant.variants.filter((tag) => !none.includes(tag));
      return none.length === 0 ? [] : others.map((tag) => `${where(tag)}: CLOSED-CAPTIONS=NONE is missing.`);
    },
  },
  {
    id: 'rfc-languages',
    source: 'RFC 8216bis, sections 4.4.6.1 and 4.4.6.4 (RFC 5646)',
    level: 'must',
    says: 'Languages are written as BCP 47 tags, in canonical form.',
    check: (set) =>
      [...set.multivariant.media, ...set.multivariant.sessionData].flatMap((tag) => {
        const language = attributeText(tag, 'LANGUAGE');
        return language === undefined || canonicalTag(language) === language ? [] : [`${where(tag)}: "${language}" is no canonical BCP 47 tag.`];
      }),
  },
  {
    id: 'rfc-stable-ids',
    source: 'RFC 8216bis, sections 4.4.6.1 and 4.4.6.2',
    level: 'must',
    says: 'Stable ids have only the letters allowed, and each stands for one address.',
    check: (set) => [...stableIds(set.multivariant.media, 'STABLE-RENDITION-ID'), ...stableIds(every(set), 'STABLE-VARIANT-ID')],
  },
  {
    id: 'rfc-session-data',
    source: 'RFC 8216bis, section 4.4.6.4',
    level: 'must',
    says: 'Session data has an id and either a value or an address, once for each language.',
    check: (set) => [
      ...set.multivariant.sessionData.flatMap((tag) => missing(tag, ['DATA-ID'])),
      ...set.multivariant.sessionData
        .filter((tag) => tag.attributes.has('VALUE') === tag.attributes.has('URI'))
        .map((tag) => `${where(tag)}: either VALUE or URI must be there.`),
      ...repeated(set.multivariant.sessionData, (tag) => `${attributeText(tag, 'DATA-ID')}|${attributeText(tag, 'LANGUAGE')}`).map(
        (tag) => `${where(tag)}: ${attributeText(tag, 'DATA-ID')} is there already in that language.`,
      ),
    ],
  },
];

function missing(tag: AttributeTag, names: readonly string[]): string[] {
  return names.filter((name) => !tag.attributes.has(name)).map((name) => `${where(tag)}: ${name} is missing.`);
}

function inGroups(set: PlaylistSet, problems: (members: readonly AttributeTag[]) => string[]): string[] {
  return TYPES.flatMap((type) => [...groupsOf(set, type).values()].flatMap(problems));
}

function repeated(tags: readonly AttributeTag[], key: (tag: AttributeTag) => string | undefined): AttributeTag[] {
  return tags.filter((tag, i) => tags.slice(0, i).some((before) => key(before) === key(tag)));
}

function shared(tag: AttributeTag): string {
  return [...tag.attributes].filter(([name]) => !OWN.has(name)).map(([name, { value }]) => `${name}=${value}`).toSorted().join(',');
}

function stableIds(tags: readonly AttributeTag[], name: string): string[] {
  const uriOf = (tag: AttributeTag): string => ('uri' in tag ? String(tag.uri) : (attributeText(tag, 'URI') ?? ''));
  const named = tags.filter((tag) => tag.attributes.has(name));
  const id = (tag: AttributeTag): string => attributeText(tag, name) ?? '';
  return named.flatMap((tag) => [
    ...(STABLE_ID.test(id(tag)) ? [] : [`${where(tag)}: ${name} has a character that isn't allowed.`]),
    ...(named.some((other) => (id(other) === id(tag)) !== (uriOf(other) === uriOf(tag)))
      ? [`${where(tag)}: ${name} and address don't belong together one to one.`]
      : []),
  ]);
}
