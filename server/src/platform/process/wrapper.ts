import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

type Limits = {
  /** Of its address space; none where it isn't given. */
  readonly memoryMb?: number;
  readonly nice: number;
};

let helpers: Promise<{ readonly setpriv: boolean; readonly prlimit: boolean }> | undefined;

const works = (command: string): Promise<boolean> => promisify(execFile)(command, ['--version']).then(() => true, () => false);

/**
 * The command with what the system can put in front of it: `setpriv` ends it with us, even when we
 * are killed without a chance to do it ourselves; `prlimit` bounds its memory and forbids core
 * files. Each replaces itself by the next (exec), so the pid is that of the tool. Where they are
 * missing (macOS), time and output are still bounded.
 */
export async function wrap(path: string, argv: readonly string[], { memoryMb, nice }: Limits): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [path, ...argv];
  helpers ??= Promise.all([works('setpriv'), works('prlimit')]).then(([setpriv, prlimit]) => ({ setpriv, prlimit }));
  const { setpriv, prlimit } = await helpers;
  return [
    ...(setpriv ? ['setpriv', '--pdeathsig', 'KILL', '--'] : []),
    ...(prlimit ? ['prlimit', ...(memoryMb === undefined ? [] : [`--as=${memoryMb * 1024 * 1024}`]), '--core=0', '--'] : []),
    ...(nice > 0 ? ['nice', '-n', String(nice)] : []),
    path,
    ...argv,
  ];
}
