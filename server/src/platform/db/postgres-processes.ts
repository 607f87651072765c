import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const POLL_MS = 20;

/** The name a cluster's processes carry in their command lines, by which they are found again. */
export const clusterTag = (cluster: string): string =>
  `openfloor-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`;

/** All running processes of the cluster: the postmaster and its children, also orphaned ones. */
export async function clusterPids(tag: string): Promise<readonly number[]> {
  const all = process.platform === 'linux' ? await fromProc() : await fromPs();
  return all.filter(({ command }) => command.includes(tag) && /^(\S*\/)?postgres\b/.test(command)).map(({ pid }) => pid);
}

type Running = { readonly pid: number; readonly command: string };

async function fromProc(): Promise<readonly Running[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map(async (pid) => {
    // Gone between the listing and the reading: not running.
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return { pid: Number(pid), command: command.replaceAll('\0', ' ') };
  }));
  return found;
}

async function fromPs(): Promise<readonly Running[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,command=']);
  return stdout.split('\n').map((line) => ({ pid: Number.parseInt(line, 10), command: line.trim().replace(/^\d+\s+/, '') }));
}

/** Signals every process of the cluster and waits until none is left. Returns whether that came true in time. */
async function signalAll(tag: string, signal: NodeJS.Signals, waitMs: number): Promise<boolean> {
  const deadline = Date.now() + waitMs;
  for (const pid of await clusterPids(tag)) {
    try {
      process.kill(pid, signal);
    } catch {
      // Already gone, which is what is wanted.
    }
  }
  while ((await clusterPids(tag)).length > 0) {
    if (Date.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

/**
 * Ends what a killed process of ours left running on this cluster. First as a clean shutdown; a
 * postmaster that was itself killed leaves children that take SIGQUIT. Nothing that was committed
 * is lost in any of these ways.
 */
export async function endLeftovers(tag: string): Promise<number> {
  const left = (await clusterPids(tag)).length;
  if (left === 0) return 0;
  if (!(await signalAll(tag, 'SIGINT', 10_000)) && !(await signalAll(tag, 'SIGQUIT', 5000))) await signalAll(tag, 'SIGKILL', 5000);
  return left;
}

/** Ends the children of a postmaster that is dead; they hold its shared memory, and no new one starts before they go. */
export async function endOrphans(tag: string): Promise<void> {
  if (!(await signalAll(tag, 'SIGQUIT', 500))) await signalAll(tag, 'SIGKILL', 2000);
}
