import { findProgram } from './ffmpeg.mjs';
import { looks } from './stamp.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The browser for the tests: CHROMIUM_PATH, else the system's Chromium or Chrome.
 * @param {NodeJS.ProcessEnv} env @returns {string | undefined} */
export const chromiumPath = (env) =>
  env['CHROMIUM_PATH'] ?? NAMES.map((name) => findProgram(name, env)).find((path) => path !== undefined) ?? (looks(MAC_CHROME) === '' ? undefined : MAC_CHROME);
