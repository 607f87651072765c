import { spawn } from 'node:child_process';
import { once } from 'node:events';

const TAIL_LINES = 25;

/**
 * @typedef {object} Ran
 * @property {number} code exit code; 127 when the program is not there
 * @property {string} output stdout and stderr, as they came
 * @property {string} tail the last lines, for an error message
 */

/**
 * Runs a program to its end and keeps what it said. Never throws for a failing program.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, stdin?: 'ignore' | 'inherit', onLine?: (line: string) => void, shell?: boolean }} [options]
 * @returns {Promise<Ran>}
 */
export async function run(program, args, options = {}) {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: [options.stdin ?? 'ignore', 'pipe', 'pipe'],
    shell: options.shell ?? false,
  });
  /** @type {string[]} */
  const lines = [];
  const keep = (/** @type {string} */ line) => {
    lines.push(line);
    options.onLine?.(line);
  };
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      parts.forEach(keep);
    });
    stream?.on('end', () => {
      if (rest !== '') keep(rest);
    });
  }
  /** @type {number} */
  let code;
  try {
    const [exit] = /** @type {[number | null]} */ (await once(child, 'close'));
    code = exit ?? 1;
  } catch (error) {
    keep(error instanceof Error ? error.message : String(error));
    code = 127;
  }
  return { code, output: lines.join('\n'), tail: lines.slice(-TAIL_LINES).join('\n') };
}
