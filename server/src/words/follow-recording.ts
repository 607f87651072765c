import { setImmediate } from 'node:timers/promises';
import { inFile, onTimeline } from '@openfloor/media';
import type { Span } from '@openfloor/words';
import { moved, type Move } from './correct/move.domain.ts';
import { writeChange, type Writing } from './correct/write-change.ts';
import { knownInterventions } from './record/record-channel.domain.ts';
import type { KeptRecord } from './record/record.domain.ts';
import type { RecordStore } from './record/records.ports.ts';
import type { ChannelText } from './words.domain.ts';

/** What became of a channel when its meeting's recording was replaced. */
export interface ChannelFollows {
  /** How its files lie on the timeline; without files where nobody can tell. */
  readonly move: Move;
  /** Names its sound before and now: the same name is the same sound, wherever it lies. */
  readonly sound: { readonly was: string; readonly is: string };
}

/** What the words of a meeting need to know of a new recording. */
export interface RecordingFollows {
  readonly durationMs: number;
  /** Who has the floor when, on the new timeline; none where nobody is listed. */
  readonly interventions: Parameters<typeof knownInterventions>[0];
  /** Of a channel by its key; of one that is gone, what became of the meeting as a whole. */
  of(channel: string): ChannelFollows;
  /** Whether a text came along with the new recording: its times are right already. */
  brought(text: Pick<ChannelText, 'kind' | 'channel' | 'language'>): boolean;
}

/** Moves the texts of a meeting along with its recording; returns those whose channel has another sound now. */
export async function followRecording(writing: Writing, records: RecordStore, meetingId: string, follows: RecordingFollows): Promise<readonly ChannelText[]> {
  const others: ChannelText[] = [];
  for (const text of await writing.store.ofMeeting(meetingId)) {
    const { move, sound } = follows.of(text.channel);
    if (follows.brought(text)) continue;
    // A record isn't made of a sound; it is placed anew whatever is heard.
    if (sound.was !== sound.is && text.kind !== 'record' && await hearsAnother(writing, meetingId, text, sound)) others.push(text);
    if (move.from.length === 0) continue;
    const locked = await writing.store.lock({ id: text.id });
    if (!locked) continue;
    const record = text.kind === 'record' ? await records.of(text.id) : null;
    if (record) await records.save(text.id, movedRecord(record, move, follows));
    await writeChange(writing, locked, moved(locked.state, move, text.kind === 'record'), { deed: 'move', move });
    await setImmediate();
  }
  return others;
}

/** Notes that a channel has another sound than a text of it was made for, or has that one again; false then. */
async function hearsAnother({ store, rewritten, tx }: Writing, meetingId: string, { id }: ChannelText, { was, is }: ChannelFollows['sound']): Promise<boolean> {
  const madeFor = (await store.formerSound(id)) ?? was;
  await store.setFormerSound(id, madeFor === is ? null : madeFor);
  await rewritten?.(tx, meetingId);
  return madeFor !== is;
}

/** A record with what it was placed by. */
function movedRecord({ turns, clues: { speech, ...clues }, ...record }: KeptRecord, { from, to }: Move, { durationMs, interventions }: RecordingFollows): KeptRecord {
  const at = (span: Span): Span | null => {
    const file = inFile(from, span);
    const now = file && onTimeline(to, file);
    return now && { startMs: now.startMs, endMs: now.endMs };
  };
  const begins = (startMs: number): number | null => at({ startMs, endMs: startMs })?.startMs ?? null;
  const known = clues.interventions.flatMap((one) => {
    const startMs = begins(one.startMs);
    return startMs === null ? [] : [{ ...one, startMs }];
  });
  return {
    ...record, turns: turns.map((turn) => ({ ...turn, startMs: begins(turn.startMs) ?? 0 })),
    clues: { durationMs, interventions: interventions.length > 0 ? knownInterventions(interventions) : known, ...(speech && { speech: speech.flatMap((span) => at(span) ?? []) }) },
  };
}
