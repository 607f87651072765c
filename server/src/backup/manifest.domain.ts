import { z } from 'zod';
import { AppError } from '#platform/errors/index.ts';

export const BACKUP_FORMAT = 'openfloor/backup/1';
/** The last two entries of a backup: what is in it, and the hash of that. */
export const MANIFEST_NAME = 'manifest.json';
export const MANIFEST_HASH_NAME = 'manifest.sha256';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().min(0);

const Entry = z.strictObject({ name: z.string(), size: Count, sha256: Sha256 });
const Table = z.strictObject({ schema: z.string(), name: z.string(), columns: z.array(z.string()), rows: Count });
const Sequence = z.strictObject({ schema: z.string(), name: z.string(), value: z.int() });

export const Manifest = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  madeAt: z.iso.datetime(),
  database: z.strictObject({
    /** Which of the `database/{n}/` folders holds; an earlier one saw files that were removed while it was written. */
    folder: z.int().min(1),
    migrations: z.array(z.string()),
    tables: z.array(Table),
    sequences: z.array(Sequence),
    jobs: Count,
  }),
  files: z.strictObject({ count: Count, bytes: Count }),
  /** All entries before this one, in their order. */
  entries: z.array(Entry),
});
export type Manifest = z.output<typeof Manifest>;
export type ManifestEntry = z.output<typeof Entry>;
export type ManifestTable = z.output<typeof Table>;
export type ManifestSequence = z.output<typeof Sequence>;

/** Parts of a table are entries of this name; `part` from 0. Together they are one gzip stream of COPY text. */
export const tableEntry = (folder: number, { schema, name }: { readonly schema: string; readonly name: string }, part: number): string =>
  `database/${folder}/${encodeURIComponent(schema)}.${encodeURIComponent(name)}.${String(part).padStart(6, '0')}.copy.gz`;
export const jobsEntry = (folder: number): string => `database/${folder}/jobs.json`;
export const FILE_PREFIX = 'files/';
/** The key of the file that an entry holds; undefined for entries of the database. */
export const keyOf = (name: string): string | undefined => (name.startsWith(FILE_PREFIX) ? name.slice(FILE_PREFIX.length) : undefined);

/** Reads a manifest; `backup_invalid` when it is none, or of a format that this version does not know. */
export function parseManifest(text: string, file: string): Manifest {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new AppError('backup_invalid', { file, problem: 'its list of contents is damaged' }, { cause: error });
  }
  const { format } = given as { readonly format?: unknown };
  if (format !== BACKUP_FORMAT) throw new AppError('backup_invalid', { file, problem: `it is of the format ${String(format)}, and this Openfloor reads ${BACKUP_FORMAT}` });
  const parsed = Manifest.safeParse(given);
  if (!parsed.success) throw new AppError('backup_invalid', { file, problem: 'its list of contents is damaged' }, { cause: parsed.error });
  return parsed.data;
}
