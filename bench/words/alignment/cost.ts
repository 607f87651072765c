import type { Context } from '../../context.ts';
import type { Figure } from '../../report/figures.ts';
import type { FigureTable } from '../../table-bench.ts';
import { alone } from './alone.ts';
import { RATE, type Channel } from './channel.ts';
import { keptChannel } from './kept-channel.ts';

// Three hours, where a channel is an hour long: the same one is heard again, and its text read again.
const TIMES = 3;

/** What alignment takes. */
export const cost: FigureTable = {
  name: 'align-cost',
  about: 'CPU and memory of alignment',
  async run(context) {
    const channel = await keptChannel({ language: 'en', set: 'measured', minutes: context.options.minutes }, (line) => context.say(line));
    return [...await once(context, channel), ...await often(context, channel)];
  },
};

async function once(context: Context, { file, said, seconds }: Channel): Promise<Figure[]> {
  const folder = await context.folder('cost');
  const task = { sampleRate: RATE, language: 'en', sentences: said.map(({ text }) => text) };
  const spoken = await alone(folder, { ...task, file: null });
  const aligned = await alone(folder, { ...task, file });
  return [
    { what: `CPU for ${Math.round(seconds / 60)} min`, measured: aligned.cpuSeconds, unit: 's', compared: { with: 'the reference spoken alone', value: spoken.cpuSeconds }, must: { of: 'ratio', most: 1.6 } },
    { what: 'speed, of one core', measured: seconds / aligned.cpuSeconds, unit: 'x', compared: { with: 'the reference spoken alone', value: spoken.spokenSeconds / spoken.cpuSeconds } },
  ];
}

async function often(context: Context, { file, said, seconds }: Channel): Promise<Figure[]> {
  const folder = await context.folder('cost');
  const sentences = Array.from({ length: TIMES }, () => said.map(({ text }) => text)).flat();
  const { peakMb } = await alone(folder, { file, times: TIMES, sampleRate: RATE, language: 'en', sentences });
  return [{ what: `highest RSS of the process for ${Math.round((TIMES * seconds) / 60)} min`, measured: peakMb, unit: 'MB', must: { of: 'value', most: 400 } }];
}
