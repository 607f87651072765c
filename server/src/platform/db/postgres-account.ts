import { execFile, type SpawnOptions } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { AppError } from '#platform/errors/index.ts';

const run = promisify(execFile);
const ACCOUNT = 'postgres';

/** How programs of PostgreSQL are started: a command put in front, and options of `spawn`. */
export type PostgresAccount = {
  readonly prefix: readonly string[];
  readonly spawn: Pick<SpawnOptions, 'uid' | 'gid'>;
  /** Whose files they must be; undefined = ours. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
};

/**
 * PostgreSQL refuses to run as root. As root, its programs run as the account `postgres` (made when
 * there is none). Where that account cannot reach the folders, such as everything under /root, it
 * gets the one capability of passing over file permissions; securebits make `access()` honour it.
 * `owned` are given to it. `setpriv` also sends SIGINT (a clean, fast shutdown) when our process dies, so that a killed
 * Openfloor leaves no database running.
 */
export async function postgresAccount(reachable: readonly string[], owned: readonly string[]): Promise<PostgresAccount> {
  const setpriv = await has('setpriv');
  const dieWithUs = setpriv ? ['setpriv', '--pdeathsig', 'INT'] : [];
  if (userInfo().uid !== 0) return { prefix: setpriv ? [...dieWithUs, '--'] : [], spawn: {}, owner: undefined };

  const owner = (await lookUp()) ?? (await create());
  for (const path of owned) await chown(path, owner.uid, owner.gid);
  if (!setpriv) return { prefix: [], spawn: owner, owner };
  const become = [...dieWithUs, `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  const reaches = await canReach(become, reachable);
  const passOver = reaches ? [] : ['--securebits', '+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return { prefix: [...become, ...passOver, '--'], spawn: {}, owner };
}

async function has(command: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  return run(command, ['--version']).then(() => true, () => false);
}

async function lookUp(): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', ACCOUNT]), run('id', ['-g', ACCOUNT])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function create(): Promise<{ uid: number; gid: number }> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', ACCOUNT]);
  } catch (error) {
    throw new AppError('database_failed', { problem: `PostgreSQL does not run as root, and the account ${ACCOUNT} could not be made; start Openfloor as another user`, log: 'the message of useradd' }, { cause: error });
  }
  const made = await lookUp();
  if (made === undefined) throw new AppError('database_failed', { problem: `the account ${ACCOUNT} could not be made`, log: '/etc/passwd' });
  return made;
}

async function canReach(become: readonly string[], paths: readonly string[]): Promise<boolean> {
  const [command = '', ...args] = become;
  const checks = paths.flatMap((path, index) => [...(index === 0 ? [] : ['-a']), '-x', path]);
  return run(command, [...args, '--', 'test', ...checks]).then(() => true, () => false);
}
