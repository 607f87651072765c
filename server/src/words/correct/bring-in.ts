import { stateFromPast, type Past } from '../folder/past.domain.ts';
import type { NewText } from '../new-text.domain.ts';
import type { BroughtIn, ChannelText, TextProvenance } from '../words.domain.ts';
import { difference } from './change.domain.ts';
import { takeIn } from './take-in.domain.ts';
import { NO_TEXT, type TextState } from './text-state.domain.ts';
import { writeChange, type Writing } from './write-change.ts';

/** Takes a text into a meeting, as a new one or over the one that is there; a final one that says something else stays as it is. */
export async function bringIn(writing: Writing, meetingId: string, come: NewText): Promise<{ readonly text: ChannelText; readonly told: BroughtIn }> {
  const { segments, kind, channel, language, status, provenance, holes } = come;
  const told = { kind, channel, language, ...fileOf(provenance), kept: 0, final: false };
  const { store, clock } = writing;
  const found = await store.lock({ meetingId, kind, channel, language });
  if (!found) {
    const text = await store.create(meetingId, come, clock.now());
    const before = come.past && stateFromPast(come.past, segments, status);
    if (come.past && before) return { told, text: await restorePast(writing, text, before, come.past) };
    const damage = come.past ? [...told.damage, 'has the history of another text beside it; the words are taken in without it'] : told.damage;
    const { state } = takeIn({ ...NO_TEXT, status }, segments, holes);
    return { told: { ...told, damage }, text: (await writeChange(writing, { text, state: { ...NO_TEXT, status } }, state, { deed: 'create', provenance })).text };
  }
  const { state, kept } = takeIn(found.state, segments, holes);
  const next = { ...state, status };
  // A record is final from the beginning: a new file of it is a new record.
  if (found.state.status === 'final' && kind !== 'record' && difference(found.state, next) !== null) return { told: { ...told, final: true }, text: found.text };
  if (found.text.formerSound) await store.setFormerSound(found.text.id, null);
  const { text } = await writeChange(writing, { ...found, text: { ...found.text, formerSound: false } }, next, { deed: 'import', provenance });
  return { told: { ...told, kept }, text };
}

/** A text that was kept elsewhere goes on from there, with its numbers, its version and its history. */
async function restorePast({ store, clock, audit, actor, tx, changed, rewritten }: Writing, text: ChannelText, { status, segments, source, outside, holes, nextId }: TextState, past: Past): Promise<ChannelText> {
  const saved = await store.save({ ...text, version: past.textVersion - 1 }, { status, provenance: past.provenance, gone: [], come: segments, source, outside, holes, nextId }, clock.now());
  if (past.formerSound !== undefined) await store.setFormerSound(text.id, past.formerSound);
  for (const change of past.changes.toReversed()) await store.addChange(text.id, change);
  await audit.record(tx, actor, 'text.create', { type: 'text', id: text.id }, { meeting: text.meetingId, channel: text.channel, change: past.changes.at(0)?.number ?? 0 });
  await changed?.(tx, text.meetingId);
  await rewritten?.(tx, text.meetingId);
  return saved;
}

/** The file that a text came in, with what was wrong with it; '' for what comes from a machine. */
const fileOf = (provenance: TextProvenance | null): Pick<BroughtIn, 'file' | 'damage'> =>
  (provenance !== null && 'file' in provenance ? { file: provenance.file, damage: provenance.damage } : { file: '', damage: [] });
