import type { z } from 'zod';
import type { ClipFileWish } from './clip-media.service.ts';
import type { ClipFileQuery } from './clips.schema.ts';

type Query = z.output<typeof ClipFileQuery>;

/** What an address asks for. */
export const wishOf = (form: ClipFileWish['form'], { ch, captions, burnt, picture }: Query): ClipFileWish =>
  ({ form, channel: ch ?? null, captions: captions ?? [], burnt: burnt === '1', rung: picture ?? null });

/** Where the file is, a path on this server. */
export function addressOf(id: string, form: ClipFileWish['form'], { ch, captions, burnt, picture }: Query): string {
  const query = new URLSearchParams({
    ...(ch !== undefined && { ch }), ...(captions !== undefined && captions.length > 0 && { captions: captions.join(',') }),
    ...(burnt === '1' && { burnt }), ...(picture !== undefined && { picture }),
  });
  return `/media/clips/${id}.${form}${query.size === 0 ? '' : `?${query.toString()}`}`;
}
