import { isAppError, toProblem } from '#platform/errors/index.ts';

/** Where a command tells what it does: sentences for people, JSON lines for programs. */
export interface Terminal {
  readonly json: boolean;
  /** A sentence for people; nothing in JSON. */
  say(sentence: string): void;
  /** One JSON object a line; nothing for people. */
  emit(event: object): void;
  /** How far something is. People see one line that changes (on a terminal), programs an object. */
  progress(step: string, done: number, secondsLeft: number | null): void;
  /** One sentence about what went wrong, with what to do. */
  fail(error: unknown): void;
}

const WIDTH = 28;

/** Opens the terminal of this process. */
export function openTerminal({ json }: { readonly json: boolean }): Terminal {
  let open = false;
  const end = () => {
    if (open) process.stderr.write('\n');
    open = false;
  };
  return {
    json,
    say(sentence) {
      end();
      if (!json) process.stdout.write(`${sentence}\n`);
    },
    emit(event) {
      if (json) process.stdout.write(`${JSON.stringify(event)}\n`);
    },
    progress(step, done, secondsLeft) {
      if (json) {
        process.stdout.write(`${JSON.stringify({ event: 'progress', step, done: Math.round(done * 1000) / 1000, secondsLeft })}\n`);
      } else if (process.stderr.isTTY) {
        const filled = Math.round(done * WIDTH);
        const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
        process.stderr.write(`\r\x1b[K  ${step.padEnd(24)} ${bar} ${String(Math.floor(done * 100)).padStart(3)} %${left(secondsLeft)}`);
        open = true;
      }
    },
    fail(error) {
      end();
      const problem = toProblem(error);
      if (json) process.stdout.write(`${JSON.stringify({ event: 'failed', code: problem.code, message: problem.detail, remedy: problem['remedy'] })}\n`);
      else process.stderr.write(`${problem.detail}${typeof problem['remedy'] === 'string' ? `\n${problem['remedy']}` : ''}\n`);
      if (!isAppError(error) && process.env['OPENFLOOR_LOG'] === 'debug') process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    },
  };
}

function left(seconds: number | null): string {
  if (seconds === null) return '';
  return seconds >= 90 ? `  ${Math.round(seconds / 60)} min left` : `  ${seconds} s left`;
}
