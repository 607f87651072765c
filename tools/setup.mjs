// Makes a fresh clone ready: npm packages with Node 24 and PostgreSQL, ffmpeg and fonts, the build; for tests
// Chromium too. Runs before every npm script, on the machine's own Node, and costs next to nothing when all is there.
import { fileURLToPath } from 'node:url';
import { alone } from './setup/lock.mjs';
import { ensureNginx } from './setup/nginx.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { SetupFailure, say } from './setup/say.mjs';
import { ensureSystem } from './setup/system.mjs';

const LEAST_NODE = 20;
const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {readonly string[]} args */
async function setUp(args) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < LEAST_NODE) {
    throw new SetupFailure(`This is Node ${process.versions.node}; Node ${LEAST_NODE} or later is needed to begin (Openfloor brings its own Node 24 then).`);
  }
  await alone(root, async () => {
    await ensurePackages(root);
    if (args.includes('--packages-only')) return;
    await ensureSystem(root, { tests: args.includes('--test') });
    if (args.includes('--test')) await ensureNginx(root);
    if (args.includes('--no-build')) return;
    const { ensureBuilt } = await import('./build.mjs');
    await ensureBuilt();
  });
}

try {
  await setUp(process.argv.slice(2));
} catch (error) {
  const known = error instanceof SetupFailure;
  say(`\n${known ? error.message : `Set-up failed unexpectedly: ${error instanceof Error ? error.message : String(error)}`}`);
  process.exitCode = 1;
}
