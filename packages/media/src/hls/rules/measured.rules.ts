import { bitRates, type BitRates } from '../bit-rates.ts';
import { attributeNumber, attributeText, type AttributeTag, type ParsedMedia } from '../parse/parsed.domain.ts';
import { boundaries, membersOf, type PlaylistRule, type PlaylistSet } from './playlist-set.ts';

/** How far a declared rate may be from the measured one (1.26, 1.27). */
const TOLERANCE = 0.1;

const apple = (section: string): string => `Apple HLS authoring specification, ${section}`;

/** A variant or I-frame variant with what its bytes really ask of the line. */
interface Measured {
  readonly tag: AttributeTag;
  readonly rates: BitRates;
}

/** Rules on bandwidth, measured on the byte ranges and durations that the playlists give. */
export const MEASURED_RULES: readonly PlaylistRule[] = [
  {
    id: 'apple-1.26',
    source: apple('1.26'),
    level: 'must',
    says: 'The average bandwidth stated is within a tenth of the measured one.',
    check: (set) => measured(set).flatMap(({ tag, rates }) => off(tag, 'AVERAGE-BANDWIDTH', rates.average)),
  },
  {
    id: 'apple-1.27',
    source: apple('1.27, 6.9'),
    level: 'must',
    says: 'The bandwidth stated is within a tenth of the measured peak.',
    check: (set) => measured(set).flatMap(({ tag, rates }) => off(tag, 'BANDWIDTH', rates.peak)),
  },
  {
    id: 'apple-1.30',
    source: apple('1.30'),
    level: 'should',
    says: 'The peak is at most twice the average.',
    check: (set) =>
      measured(set)
        .filter(({ tag, rates }) => !set.multivariant.iframes.includes(tag) && rates.peak > rates.average * 2)
        .map(({ tag, rates }) => `Line ${tag.line}: the peak is ${rates.peak} bit/s, the average ${rates.average} bit/s.`),
  },
  {
    id: 'apple-9.13',
    source: apple('9.13'),
    level: 'must',
    says: 'The bandwidth stated covers the heaviest picture and sound that may be played together.',
    check: (set) =>
      measured(set)
        .filter(({ tag, rates }) => (attributeNumber(tag, 'BANDWIDTH') ?? 0) < rates.peak)
        .map(({ tag, rates }) => `Line ${tag.line}: BANDWIDTH is below the ${rates.peak} bit/s that may be needed.`),
  },
];

function measured(set: PlaylistSet): Measured[] {
  const variants = set.multivariant.variants.flatMap((tag): Measured[] => {
    const members = membersOf(set, 'AUDIO', attributeText(tag, 'AUDIO'));
    const sounds = members.flatMap((member) => ratesOf(set.playlists.get(attributeText(member, 'URI') ?? '')) ?? []);
    const own = ratesOf(set.playlists.get(tag.uri));
    if (!own) return [];
    // The address of a variant without picture is itself one of the group's sounds.
    const alone = !tag.attributes.has('RESOLUTION');
    return [{ tag, rates: alone && sounds.length > 0 ? heaviest(sounds) : plus(own, heaviest(sounds)) }];
  });
  const iframes = set.multivariant.iframes.flatMap((tag): Measured[] => {
    const rates = ratesOf(set.playlists.get(attributeText(tag, 'URI') ?? ''));
    return rates ? [{ tag, rates }] : [];
  });
  return [...variants, ...iframes];
}

function ratesOf(playlist: ParsedMedia | undefined): BitRates | undefined {
  if (!playlist || playlist.segments.some((segment) => segment.byteRange === undefined)) return undefined;
  const starts = boundaries(playlist);
  const segments = playlist.segments.map(({ durationSeconds, byteRange }, i) => ({
    startSeconds: starts[i] ?? 0,
    durationSeconds,
    offset: byteRange?.offset ?? 0,
    length: byteRange?.length ?? 0,
  }));
  return bitRates(segments, playlist.targetDuration);
}

function heaviest(rates: readonly BitRates[]): BitRates {
  return { peak: Math.max(0, ...rates.map((r) => r.peak)), average: Math.max(0, ...rates.map((r) => r.average)) };
}

function plus(a: BitRates, b: BitRates): BitRates {
  return { peak: a.peak + b.peak, average: a.average + b.average };
}

function off(tag: AttributeTag, name: string, found: number): string[] {
  const stated = attributeNumber(tag, name);
  if (stated === undefined || Math.abs(stated - found) <= found * TOLERANCE) return [];
  return [`Line ${tag.line}: ${name} is ${stated} bit/s, measured are ${found} bit/s.`];
}
