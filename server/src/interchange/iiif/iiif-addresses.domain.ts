import type { ChannelText } from '#words/index.ts';
import type { InterchangeScope } from '../scope.domain.ts';

type Scope = Pick<InterchangeScope, 'origin'>;

/** The addresses of a meeting's resources; they hold its id, which stays when its slug changes. */
export const manifestAddress = ({ origin }: Scope, id: string): string => `${origin}/iiif/meetings/${id}/manifest.json`;
export const canvasAddress = ({ origin }: Scope, id: string): string => `${origin}/iiif/meetings/${id}/canvas`;
export const rangeAddress = ({ origin }: Scope, id: string, name: string): string => `${origin}/iiif/meetings/${id}/range/${name}`;
export const collectionAddress = ({ origin }: Scope, body: string | null): string =>
  (body === null ? `${origin}/iiif/collection.json` : `${origin}/iiif/bodies/${encodeURIComponent(body)}/collection.json`);

/** Where the sentences of a text are, each as an annotation. */
export const sentencesAddress = ({ origin }: Scope, id: string, { channel, kind, language }: Pick<ChannelText, 'channel' | 'kind' | 'language'>): string =>
  `${origin}/iiif/meetings/${id}/texts/${encodeURIComponent(channel)}/${kind}/${language}.json`;

/** A stretch of a canvas, as a media fragment in seconds (W3C Media Fragments 1.0, section 4.2.1). */
export const stretchOf = (canvas: string, startMs: number, endMs: number): string => `${canvas}#t=${startMs / 1000},${endMs / 1000}`;
