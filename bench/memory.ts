import type { Bench } from './context.ts';

/** Memory of the server's process, idle and while the long meeting is published. */
export const memory: Bench = {
  name: 'memory',
  about: 'memory of the Node process',
  async run(context) {
    const { idleMb, peakMb, command } = await context.publication();
    const { hours } = context.options;
    const note = 'Resident memory as Linux counts it (VmRSS, VmHWM), shared pages of the Node program included.';
    return [
      { what: 'RSS of the server, idle', measured: idleMb, unit: 'MB', must: { of: 'value', most: 130 }, note },
      {
        what: `highest RSS of the server while a meeting of ${hours} h is published, measured and given its voice renditions`, measured: peakMb, unit: 'MB',
        must: { of: 'value', most: 200 }, note,
      },
      { what: 'highest RSS of the command that publishes', measured: command.commandPeakMb, unit: 'MB', note },
    ];
  },
};
