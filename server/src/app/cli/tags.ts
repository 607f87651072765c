import { AppError } from '#platform/errors/index.ts';
import type { KeptTag } from '#topics/index.ts';
import { clockText } from './clock.ts';
import type { Terminal } from './terminal.ts';
import { withOperator } from './with-operator.ts';

const addressOf = (meeting: string): string => `/meetings/${encodeURIComponent(meeting)}/topics`;

/** `openfloor topics review MEETING` */
export async function reviewTopicsCommand(terminal: Terminal, meeting: string): Promise<void> {
  await withOperator(async (operator) => {
    const { tags } = await operator.call<{ tags: KeptTag[] }>('GET', addressOf(meeting));
    if (tags.length === 0) terminal.say('No topics have been found in this meeting.');
    for (const tag of tags) {
      terminal.emit({ event: 'tag', ...tag });
      terminal.say(lineOf(tag));
    }
  });
}

/** `openfloor topics accept|refuse|undecide MEETING TOPIC TIME` */
export const decideTopicCommand = (state: KeptTag['state']) => async (terminal: Terminal, meeting: string, topic: string, atMs: number): Promise<void> => {
  await withOperator(async (operator) => {
    const { tags: before } = await operator.call<{ tags: KeptTag[] }>('GET', addressOf(meeting));
    const here = before.filter(({ startMs, endMs }) => startMs <= atMs && atMs < endMs);
    // The moment that the topic has there; for a topic that is missing, the moment of another one.
    const moment = here.find((tag) => tag.topic.slug === topic) ?? here[0];
    if (!moment && state === 'suggested') throw new AppError('not_found', { what: 'decision', id: topic });
    const { startMs, endMs } = moment ?? { startMs: atMs, endMs: atMs };
    const { tags } = await operator.call<{ tags: KeptTag[] }>('POST', addressOf(meeting), { decisions: [{ topic, startMs, endMs, state }] });
    const decided = tags.find((tag) => tag.topic.slug === topic && tag.startMs === startMs);
    terminal.emit({ event: 'decided', ...decided });
    if (decided) terminal.say(lineOf(decided));
  });
};

const lineOf = ({ startMs, endMs, topic, state, sureness, said, decidedBy }: KeptTag): string => {
  const words = Object.entries(said).map(([language, text]) => `${language} “${text}”`).join(', ');
  return `${clockText(startMs)} - ${clockText(endMs)}  ${topic.slug}  ${state}${sureness === null ? '' : ` (${sureness.toFixed(2)})`}${decidedBy === null ? '' : ` by ${decidedBy}`}${words === '' ? '' : `: ${words}`}`;
};
