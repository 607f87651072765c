// Set-up speaks on stderr: a command's own output (`openfloor publish --json`) stays clean.

const REPEAT_MS = 15_000;
const TICK_MS = 500;

/** An expected failure: its message is for the person at the terminal and says what to do. */
export class SetupFailure extends Error {}

/** @param {number} ms */
export const seconds = (ms) => (ms < 9_950 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`);

/** @param {string} line */
export const say = (line) => void process.stderr.write(`${line}\n`);

/**
 * Runs one step under a line of its own, which shows progress and at the end the time it took.
 * On a terminal the line is rewritten; in a log a further line comes every 15 s, so silence never looks like a hang.
 * @template T
 * @param {string} what
 * @param {(progress: (detail: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const terminal = process.stderr.isTTY;
  const began = Date.now();
  let detail = '';
  let spoken = began;
  const line = () => `${what} ... ${detail === '' ? '' : `${detail}, `}${seconds(Date.now() - began)}`;
  const rewrite = () => process.stderr.write(`\r\u001b[K${line()}`);
  const tick = () => {
    if (terminal) return void rewrite();
    if (Date.now() - spoken < REPEAT_MS) return;
    spoken = Date.now();
    say(`  ${line()}`);
  };
  const end = (/** @type {string} */ how) => say(`${terminal ? `\r\u001b[K${what}:` : ' '} ${how} ${seconds(Date.now() - began)}`);
  if (!terminal) say(`${what} ...`);
  const timer = setInterval(tick, TICK_MS);
  try {
    const result = await work((text) => {
      detail = text;
      if (terminal) rewrite();
    });
    end('done in');
    return result;
  } catch (error) {
    end('failed after');
    throw error;
  } finally {
    clearInterval(timer);
  }
}
