import type { BodyNode, CategoryNode, MeetingDetail, RemovedMeeting } from '#meetings/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';

/** A set that can be harvested alone. */
export interface OaiSet {
  readonly spec: string;
  readonly name: string;
  /** What of the catalogue it is; neither for the root of a hierarchy. */
  readonly body?: string;
  readonly category?: string;
}

// A set's name has letters that need no escaping in an address; the % of escapes isn't one of them, and no slug has a !.
const part = (slug: string): string => encodeURIComponent(slug).replaceAll('%', '!');
const specOf = (root: string, slugs: readonly string[]): string => [root, ...slugs.map(part)].join(':');
const nameOf = (names: LocalizedText): string => names['en'] ?? Object.values(names)[0] ?? '';

/** The sets of an archive: its bodies and its categories, each with those below it; none in an archive that has neither. */
export function setsOf(bodies: readonly BodyNode[], categories: readonly CategoryNode[]): readonly OaiSet[] {
  const below = (nodes: readonly BodyNode[], above: readonly string[]): readonly OaiSet[] => nodes.flatMap(({ slug, name, children }) =>
    [{ spec: specOf('body', [...above, slug]), name: nameOf(name), body: slug }, ...below(children, [...above, slug])]);
  const within = (nodes: readonly CategoryNode[]): readonly OaiSet[] => nodes.flatMap(({ path, name, children }) =>
    [{ spec: specOf('category', path.split('/')), name: nameOf(name), category: path }, ...within(children)]);
  return [
    ...(bodies.length > 0 ? [{ spec: 'body', name: 'Bodies' }] : []), ...below(bodies, []),
    ...(categories.length > 0 ? [{ spec: 'category', name: 'Categories' }] : []), ...within(categories),
  ];
}

/** The sets that a meeting is in; those above them it is in by that. */
export const setSpecsOf = ({ body, categories }: Pick<MeetingDetail, 'body' | 'categories'>): readonly string[] => [
  ...(body ? [specOf('body', [...body.parents.map(({ slug }) => slug), body.slug])] : []), ...categories.map(({ path }) => specOf('category', path.split('/'))),
];

/** The sets that a meeting was in when it went; none where that wasn't kept. */
export const removedSpecsOf = (places: RemovedMeeting['places']): readonly string[] => (places === null ? [] : [
  ...(places.bodies.length > 0 ? [specOf('body', places.bodies)] : []), ...places.categories.map((path) => specOf('category', path.split('/'))),
]);
