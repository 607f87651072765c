// Builds what runs: the server in one file, and the scripts, styles and static files of the pages.
// `node tools/build.mjs --force` builds even when nothing changed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SetupFailure, say, step } from './setup/say.mjs';
import { readRecord, isFresh } from './build/record.mjs';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const SERVER_ENTRY = 'server/src/app/main.ts';

/**
 * Builds when a source changed since the last build, else returns at once.
 * @param {{ root?: string, force?: boolean }} [options]
 * @returns {Promise<boolean>} whether it built
 */
export async function ensureBuilt({ root = projectRoot, force = false } = {}) {
  if (!existsSync(join(root, SERVER_ENTRY))) throw new SetupFailure(`${SERVER_ENTRY} is not there: this copy of Openfloor is not complete.`);
  if (!force && isFresh(root, readRecord(root))) return false;
  // esbuild is loaded only when there is something to build: the check alone must cost next to nothing.
  const { buildAll } = await import('./build/bundle.mjs');
  await step('Building', async () => buildAll(root));
  return true;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const built = await ensureBuilt({ force: process.argv.includes('--force') });
    if (!built) say('The build is up to date.');
  } catch (error) {
    say(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
