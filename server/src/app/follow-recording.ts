import type { Actor } from '#access/index.ts';
import type { Alignments } from '#alignment/index.ts';
import type { Lags } from '#lag/index.ts';
import type { Meetings } from '#meetings/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { Recognitions } from '#recognition/index.ts';
import type { RecordingChange } from '#recordings/index.ts';
import type { Tagging } from '#topics/index.ts';
import type { Words } from '#words/index.ts';

interface Deps {
  readonly meetings: Pick<Meetings, 'get'>;
  readonly words: Pick<Words, 'follow'>;
  readonly lags: Pick<Lags, 'follow'>;
  readonly tagging: Pick<Tagging, 'follow'>;
  readonly recognitions: Pick<Recognitions, 'follow'>;
  readonly alignments: Pick<Alignments, 'again'>;
  readonly worker: Actor;
}

/** Lets all that knows times of a meeting follow a recording that took another's place, in the transaction in which it does. Clips follow by themselves. */
export async function followRecording({ meetings, words, lags, tagging, recognitions, alignments, worker }: Deps, tx: Tx, meetingId: string, change: RecordingChange): Promise<void> {
  const { channels, interventions } = await meetings.get(worker, meetingId);
  const brought = new Set(change.words.map(({ kind, channel, language }) => JSON.stringify([kind, kind === 'record' ? null : channel, language])));
  const others = await words.follow(worker, tx, meetingId, {
    durationMs: change.durationMs, interventions,
    of: (channel) => change.of(channel),
    brought: ({ kind, channel, language }) => brought.has(JSON.stringify([kind, kind === 'record' ? null : channel, language])),
  });
  const { move } = change.of(channels.find(({ role }) => role === 'floor')?.key ?? '');
  await lags.follow(worker, tx, meetingId, move);
  await tagging.follow(worker, tx, meetingId, move);
  // What a machine wrote of a sound that is gone it writes anew; what people answer for is laid along the new one.
  const machine = others.filter(({ status, provenance }) => status === 'machine' && provenance !== null && 'engine' in provenance);
  const left = await recognitions.follow(worker, tx, meetingId, {
    recordingId: change.recordingId, again: new Set(machine.map(({ channel }) => channel)),
    sameSound: (channel) => change.of(channel).sound.was === change.of(channel).sound.is,
  });
  for (const text of others) if (!machine.includes(text) || left.has(text.channel)) await alignments.again(worker, tx, text.id);
}
