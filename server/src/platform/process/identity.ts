import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Names one process for good: pid, start time and where it counts, since a pid alone is given out
 * again. Fit for a file name: `4711-123456-1a2b3c4d`.
 */
export type ProcessMark = string;

const isLinux = process.platform === 'linux';

/** Where a pid means something: this boot of this machine, and in a container this container. */
const place = createHash('sha256').update(placeName()).digest('hex').slice(0, 8);

function placeName(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8') + readlinkSync('/proc/self/ns/pid');
  } catch {
    return hostname();
  }
}

/** Start time in clock ticks since boot; undefined when there is no such process, or only its remains. */
function startTicks(pid: number): string | undefined {
  if (!isLinux) return answersToSignal(pid) ? '0' : undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces and brackets of its own, so count from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function answersToSignal(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The mark of a running process; undefined when it does not run. */
export function markOf(pid: number): ProcessMark | undefined {
  const ticks = startTicks(pid);
  return ticks === undefined ? undefined : `${pid}-${ticks}-${place}`;
}

/** The mark of this process. */
export const thisProcess: ProcessMark = markOf(process.pid) ?? `${process.pid}-0-0`;

export const pidOf = (mark: ProcessMark): number => Number.parseInt(mark, 10);

/** Whether the mark was made where this process can look its own kind up; of another machine or container nobody here can tell. */
export const isLocal = (mark: ProcessMark): boolean => mark.split('-')[2] === place;

/** Whether exactly this process still runs here; false for every mark of another place. */
export function isRunning(mark: ProcessMark): boolean {
  const pid = pidOf(mark);
  return Number.isInteger(pid) && pid > 0 && markOf(pid) === mark;
}
