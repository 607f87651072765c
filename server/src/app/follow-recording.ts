import type { Actor } from '#access/index.ts';
import type { Lags } from '#lag/index.ts';
import type { Meetings } from '#meetings/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { RecordingChange } from '#recordings/index.ts';
import type { Tagging } from '#topics/index.ts';
import type { Words } from '#words/index.ts';

interface Deps {
  readonly meetings: Pick<Meetings, 'get'>;
  readonly words: Pick<Words, 'follow'>;
  readonly lags: Pick<Lags, 'follow'>;
  readonly tagging: Pick<Tagging, 'follow'>;
  readonly worker: Actor;
}

/** Lets all that knows times of a meeting follow a recording that took another's place, in the transaction in which it does. Clips follow by themselves. */
export async function followRecording({ meetings, words, lags, tagging, worker }: Deps, tx: Tx, meetingId: string, change: RecordingChange): Promise<void> {
  const { channels, interventions } = await meetings.get(worker, meetingId);
  const brought = new Set(change.words.map(({ kind, channel, language }) => JSON.stringify([kind, kind === 'record' ? null : channel, language])));
  await words.follow(worker, tx, meetingId, {
    durationMs: change.durationMs, interventions,
    of: (channel) => change.of(channel),
    brought: ({ kind, channel, language }) => brought.has(JSON.stringify([kind, kind === 'record' ? null : channel, language])),
  });
  const { move } = change.of(channels.find(({ role }) => role === 'floor')?.key ?? '');
  await lags.follow(worker, tx, meetingId, move);
  await tagging.follow(worker, tx, meetingId, move);
}
