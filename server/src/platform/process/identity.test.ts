import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { isRunning, markOf, pidOf, thisProcess } from './identity.ts';

describe('process marks', () => {
  it('knows itself', () => {
    expect(pidOf(thisProcess)).toBe(process.pid);
    expect(isRunning(thisProcess)).toBe(true);
  });

  it('tells a process that is gone, and another one with the same pid', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const mark = markOf(child.pid ?? 0) ?? '';
    expect(isRunning(mark)).toBe(true);
    const [pid, ticks, boot] = mark.split('-');
    expect(isRunning(`${pid}-${Number(ticks) + 1}-${boot}`)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isRunning(mark)).toBe(false);
  });

  it.each(['', 'nonsense', '-1-2-3', '0-0-0'])('takes %j for no process', (mark) => {
    expect(isRunning(mark)).toBe(false);
  });
});
