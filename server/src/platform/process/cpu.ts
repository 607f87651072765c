import { readFileSync } from 'node:fs';

// USER_HZ, which Linux fixes at 100 for what it shows in /proc.
const TICKS_PER_SECOND = 100;

/** User and system time a running process has used, in seconds; undefined where the system does not tell. */
export function cpuSecondsOf(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return undefined;
  }
}
