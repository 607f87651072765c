import { isAbsolute } from 'node:path';
import { z } from 'zod';

const absolutePath = z.string().max(4096).refine(isAbsolute, 'must be an absolute path on the server').refine((path) => !path.includes('\0'), 'contains a NUL');

/** Body of `POST /api/v1/recordings`: a folder or file on this machine, read by the server. */
export const SubmissionRequest = z.strictObject({
  path: absolutePath,
  replace: z.boolean().exactOptional(),
  file: z.strictObject({
    title: z.string().max(1000).exactOptional(),
    slug: z.string().max(200).exactOptional(),
    titleLanguage: z.string().max(100).exactOptional(),
    channels: z.array(z.string().max(100)).max(100).exactOptional(),
    starts: z.string().max(100).exactOptional(),
    timezone: z.string().max(100).exactOptional(),
    body: z.string().max(200).exactOptional(),
    format: z.string().max(100).exactOptional(),
  }).exactOptional(),
});

/** Body of `POST /api/v1/meetings/{slug}/export`: the folder to make. */
export const ExportRequest = z.strictObject({ path: absolutePath });
