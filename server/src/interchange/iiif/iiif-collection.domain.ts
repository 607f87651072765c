import type { BodyNode, MeetingSummary } from '#meetings/index.ts';
import type { InterchangeScope } from '../scope.domain.ts';
import { collectionAddress, manifestAddress } from './iiif-addresses.domain.ts';
import { IIIF_CONTEXT } from './iiif-manifest.domain.ts';
import { languageMap, plainValue, word } from './iiif-words.domain.ts';

/** What a collection holds: the bodies below, and recordings. */
export interface CollectionSource {
  /** Null: the whole archive. */
  readonly body: BodyNode | null;
  readonly bodies: readonly BodyNode[];
  readonly meetings: readonly Pick<MeetingSummary, 'id' | 'slug' | 'title' | 'starts'>[];
}

/** The meetings of a body as a collection, with a collection for each body below it. */
export function iiifCollection(scope: InterchangeScope, { body, bodies, meetings }: CollectionSource): Readonly<Record<string, unknown>> {
  return {
    '@context': IIIF_CONTEXT, 'id': collectionAddress(scope, body?.slug ?? null), 'type': 'Collection',
    'label': body === null ? word('meetings', () => ` · ${scope.site}`) : languageMap(body.name) ?? plainValue(body.slug),
    ...(body !== null && { partOf: [{ id: collectionAddress(scope, null), type: 'Collection' }] }),
    'items': [
      ...bodies.filter(({ total }) => total > 0).map(({ slug, name }) => ({ id: collectionAddress(scope, slug), type: 'Collection', label: languageMap(name) ?? plainValue(slug) })),
      ...meetings.map(({ id, slug, title, starts }) => ({
        id: manifestAddress(scope, id), type: 'Manifest', label: languageMap(title) ?? plainValue(slug), ...(starts !== null && { navDate: starts.replace(/\.\d+Z$/, 'Z') }),
      })),
    ],
  };
}
