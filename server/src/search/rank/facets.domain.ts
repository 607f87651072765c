import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Facet, FacetCount } from '../search.domain.ts';
import type { MomentFacts } from '../moment.domain.ts';

/** What moments are counted by. */
export interface CountedFacts extends MomentFacts {
  readonly bodies: readonly string[];
  readonly series: string | null;
  readonly year: number | null;
}

interface Count {
  readonly value: string;
  readonly name: LocalizedText | null;
  count: number;
}

const MOST_VALUES = 30;

/**
 * Counts moments by their facts.
 * @param counts how many moments have the same facts
 */
export function countFacets(counts: Iterable<readonly [facts: CountedFacts, moments: number]>, channels: ReadonlyMap<string, number>): Readonly<Record<Facet, readonly FacetCount[]>> {
  const all: Record<Facet, Map<string, Count>> = { body: new Map(), series: new Map(), speaker: new Map(), capacity: new Map(), agenda: new Map(), topic: new Map(), spoken: new Map(), channel: new Map(), year: new Map() };
  const add = (facet: Facet, value: string | null | undefined, moments: number, name: LocalizedText | null = null): void => {
    if (value == null) return;
    const known = all[facet].get(value);
    if (known) known.count += moments;
    else all[facet].set(value, { value, name, count: moments });
  };
  for (const [{ bodies, series, speaker, capacity, agenda, topics, spoken, year }, moments] of counts) {
    for (const body of bodies) add('body', body, moments);
    for (const topic of topics) add('topic', topic, moments);
    add('series', series, moments);
    add('speaker', speaker?.slug, moments, speaker?.name);
    add('capacity', capacity && valueOf(capacity), moments, capacity);
    add('agenda', agenda && (agenda.symbol ?? valueOf(agenda.title)), moments, agenda?.title);
    add('spoken', spoken, moments);
    add('year', year === null ? null : String(year), moments);
  }
  for (const [language, moments] of channels) add('channel', language, moments);
  const sorted = (counted: Map<string, Count>): readonly Count[] => [...counted.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST_VALUES);
  return {
    body: sorted(all.body), series: sorted(all.series), speaker: sorted(all.speaker), capacity: sorted(all.capacity), agenda: sorted(all.agenda),
    topic: sorted(all.topic), spoken: sorted(all.spoken), channel: sorted(all.channel), year: sorted(all.year),
  };
}

/** One value for all languages of a text: a filter takes any. */
const valueOf = (text: LocalizedText): string | undefined => text['en'] ?? Object.values(text)[0];
