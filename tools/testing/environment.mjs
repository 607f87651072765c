import { delimiter, join } from 'node:path';
import { chromiumPath } from '../setup/chromium.mjs';
import { ROOT } from './steps.mjs';

const KEPT = new Set(['OPENFLOOR_CORPUS']);

/**
 * The environment of tests: Openfloor's own Node first, the Chromium that set-up found, and none of the settings
 * a person may have for their own server.
 * @param {NodeJS.ProcessEnv} [env] @returns {NodeJS.ProcessEnv}
 */
export function testEnvironment(env = process.env) {
  const own = Object.entries(env).filter(([name]) => !name.startsWith('OPENFLOOR_') || KEPT.has(name));
  const chromium = chromiumPath(env);
  return {
    ...Object.fromEntries(own),
    PATH: [join(ROOT, 'node_modules', '.bin'), env['PATH'] ?? ''].join(delimiter),
    OPENFLOOR_CORPUS: env['OPENFLOOR_CORPUS'] ?? join(ROOT, '..', 'shared', 'data'),
    ...(chromium && { CHROMIUM_PATH: chromium }),
  };
}
