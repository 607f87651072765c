import { readdirSync, readFileSync } from 'node:fs';

// USER_HZ, which Linux fixes at 100 for what it shows in /proc.
const TICKS_PER_SECOND = 100;

/** One running process, as /proc shows it. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  /** User and system time of the process itself and of its ended children, in seconds. */
  readonly cpuSeconds: number;
}

function read(pid: number): RunningProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces and brackets of its own, so count from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    return { pid, parent: Number(fields[1]), name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')), cpuSeconds: ticks / TICKS_PER_SECOND };
  } catch {
    return undefined;
  }
}

/** Every process that runs on this machine. */
function allProcesses(): RunningProcess[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => read(Number(pid)) ?? []);
}

/** A process and all that descend from it, parents before children; empty when it is gone. */
export function treeOf(root: number): RunningProcess[] {
  const all = allProcesses();
  const tree = all.filter(({ pid }) => pid === root);
  for (const parent of tree) tree.push(...all.filter((one) => one.parent === parent.pid));
  return tree;
}

/** CPU that a process and everything it has started took so far, in seconds: those that run and those that have ended. */
export const cpuOfTree = (root: number): number => treeOf(root).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);

/** CPU of the children of this process that have ended and were waited for, in seconds. */
export function cpuOfEndedChildren(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').replace(/^.*\) /s, '').split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}

/** The command line of a process; empty when it is gone. */
export function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  } catch {
    return [];
  }
}

/** Processes of the whole machine in whose command line a text stands. */
export const processesNaming = (text: string): RunningProcess[] =>
  allProcesses().filter(({ pid }) => pid !== process.pid && commandLine(pid).some((word) => word.includes(text)));

/** Resident memory in MB (millions of bytes): now, and the most it ever was. Undefined when the process is gone. */
export function memoryOf(pid: number): { readonly nowMb: number; readonly peakMb: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (name: string) => (Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? Number.NaN) * 1024) / 1e6;
    return { nowMb: megabytes('VmRSS'), peakMb: megabytes('VmHWM') };
  } catch {
    return undefined;
  }
}

