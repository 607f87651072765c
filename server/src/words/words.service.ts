import { setImmediate } from 'node:timers/promises';
import type { Span } from '@openfloor/words';
import type { Actor } from '#access/index.ts';
import type { AuditLog } from '#audit/index.ts';
import type { MeetingFolder } from '#meetings/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { bringIn } from './correct/bring-in.ts';
import { takeIn } from './correct/take-in.domain.ts';
import { writeChange, type WordsChanged } from './correct/write-change.ts';
import { followRecording, type RecordingFollows } from './follow-recording.ts';
import { bytesOf, readPast, readTextFile } from './folder/read-text-file.ts';
import { textToFolder, type TextInFolder } from './folder/text-folder.ts';
import { openHoles, type KeptSegment } from './correct/text-state.domain.ts';
import type { OpenTextStore, TextStore } from './text-store.ports.ts';
import { channelOfRecord, knownInterventions } from './record/record-channel.domain.ts';
import { placeOnChannel, samePlaces, unplaced, withSentences, type KeptRecord, type RecordClues, type RecordFacts } from './record/record.domain.ts';
import type { OpenRecordStore } from './record/records.ports.ts';
import { readRecordFile } from './record/read-record-file.ts';
import type { NewText } from './new-text.domain.ts';
import { forReading, saidText, type BroughtIn, type ChannelText, type MachineProvenance, type PageOfWords, type TextKind, type UntimedText } from './words.domain.ts';

export interface WordsDeps {
  readonly database: Database;
  readonly openStore: OpenTextStore;
  readonly openRecords: OpenRecordStore;
  readonly clock: Clock;
  readonly audit: AuditLog;
  /** Has a text without times laid along its channel's sound later, and its times brought; left out, such texts are refused. */
  readonly alignLater?: (actor: Actor, tx: Tx, meetingId: string, text: UntimedText) => Promise<unknown>;
  readonly changed?: WordsChanged;
  readonly rewritten?: WordsChanged;
}

/** A segment as everybody sees it: with its number, and with what people have set about it. */
export type TextSegment = Omit<KeptSegment, 'origins'>;

/** A text with its segments; those of a record know their turn, and how sure their place is. */
export interface ReadableText extends ChannelText {
  readonly segments: readonly (TextSegment & Partial<RecordFacts>)[];
  /** Where somebody speaks in the channel and the text has nothing, as an aligner has found it; ms on the meeting's timeline. */
  readonly holes: readonly Span[];
  /** Of an official record: what stands in it besides the words of its speakers. */
  readonly record?: Pick<KeptRecord, 'turns' | 'stages' | 'removed' | 'placedBy'>;
}

/** What of a meeting folder tells about words. */
export type FolderOfWords = Pick<MeetingFolder, 'words'> & Partial<Pick<MeetingFolder, 'interventions' | 'recording'>>;

/** A transcript as a machine wrote it. */
export type RecognisedText = Pick<NewText, 'channel' | 'language' | 'segments'> & { readonly provenance: MachineProvenance };

/** The words of meetings: what is said in each channel, in time. */
export class Words {
  readonly #deps;
  readonly #store;
  readonly #records;

  constructor(deps: WordsDeps) {
    this.#deps = deps;
    this.#records = deps.openRecords(deps.database.db);
    this.#store = deps.openStore(deps.database.db);
  }

  /**
   * Reads the captions, transcripts and official records that a meeting folder names; nothing is stored yet. Throws `file_missing`, and
   * `folder_invalid` for a file that holds no words, or a record in which nobody speaks.
   * @param root the folder that file names are relative to
   * @param durationMs of the meeting; null where it isn't known, then it ends with the last that is known of it
   */
  async read(root: string, folder: FolderOfWords, durationMs: number | null = null): Promise<readonly NewText[]> {
    const texts = new Map<string, NewText>();
    for (const words of folder.words) {
      if (words.kind === 'record' || words.channel === null) continue;
      const key = `${words.channel} ${words.kind} ${words.language}`;
      if (texts.has(key)) throw new AppError('folder_invalid', { file: words.file, problem: `there are other ${words.kind} of channel ${words.channel} in this language already; keep one of them` });
      texts.set(key, await readTextFile(root, words, { channel: words.channel, kind: words.kind, untimed: this.#deps.alignLater !== undefined }));
    }
    const all = [...texts.values()];
    const said = all.filter(({ untimed }) => untimed === undefined);
    return [...all, ...await this.#readRecords(root, folder, said, durationMs)];
  }

  /** Records belong to the channel of their language, whose transcript shows where they are. */
  async #readRecords(root: string, { words, interventions = [], recording = null }: FolderOfWords, said: readonly NewText[], durationMs: number | null): Promise<readonly NewText[]> {
    const records = new Map<string, NewText>();
    for (const { kind, language, file, history, status = 'final' } of words) {
      const channel = kind === 'record' ? channelOfRecord(recording?.channels ?? [], language) : null;
      if (channel === null) continue;
      if (records.has(language)) throw new AppError('folder_invalid', { file, problem: `there is another record in ${language} already; keep one of them` });
      const past = history === undefined ? null : await readPast(root, history);
      if (past?.record) {
        const { segments, kept } = past.record;
        records.set(language, { kind: 'record', channel, language, status, provenance: past.provenance, segments, record: kept, past });
        continue;
      }
      const { told, ...record } = readRecordFile(file, await bytesOf(root, file), language);
      const transcript = saidText(said, channel, language)?.segments ?? null;
      const ends = durationMs ?? Math.max(0, ...said.map(({ segments }) => segments.at(-1)?.endMs ?? 0), ...interventions.map(({ startMs, endMs }) => endMs ?? startMs));
      const clues: RecordClues = { durationMs: ends, interventions: knownInterventions(interventions) };
      const { kept, segments } = placeOnChannel(record, clues, transcript);
      // It takes a second for three hours: other requests come in between.
      await setImmediate();
      records.set(language, { kind: 'record', channel, language, status, provenance: { file, damage: told }, segments, record: kept });
    }
    return [...records.values()];
  }

  /**
   * Takes in what `read` gave as the words of a meeting. What people have corrected stays; a text that isn't among these goes, unless people
   * have corrected it or a machine has made it here. A text without times comes when it has been aligned; until then what there was stays.
   */
  async replace(actor: Actor, tx: Tx, meetingId: string, texts: readonly NewText[]): Promise<readonly BroughtIn[]> {
    actor.require('meeting:edit');
    const store = this.#deps.openStore(tx);
    const records = this.#deps.openRecords(tx);
    const come = [];
    const stay: string[] = [];
    for (const text of texts) {
      if (text.untimed) {
        await this.#deps.alignLater?.(actor, tx, meetingId, text.untimed);
        const there = await store.lock({ meetingId, kind: text.kind, channel: text.channel, language: text.language });
        if (there) stay.push(there.text.id);
        continue;
      }
      const brought = await bringIn({ store, ...this.#deps, actor, tx }, meetingId, text);
      if (text.record) await records.save(brought.text.id, text.record);
      come.push(brought);
    }
    await store.keepOnly(meetingId, [...stay, ...come.map(({ text }) => text.id)]);
    await this.#deps.changed?.(tx, meetingId);
    await this.#deps.rewritten?.(tx, meetingId);
    return come.map(({ told }) => told);
  }

  /**
   * Takes in one text, over the one of its channel, kind and language; what people have corrected stays, and so do other texts. Records are placed
   * by it. Throws `text_final`.
   */
  async bring(actor: Actor, tx: Tx, meetingId: string, text: NewText): Promise<BroughtIn> {
    actor.require('meeting:edit');
    const { told } = await bringIn({ store: this.#deps.openStore(tx), ...this.#deps, actor, tx }, meetingId, text);
    if (told.final) throw new AppError('text_final');
    await this.placeRecordsAgain(actor, tx, meetingId);
    return told;
  }

  /**
   * The texts of a meeting as a meeting folder holds them, with everything they have; `read` and `replace` bring them back.
   * @param folder the folder inside of it for their files
   */
  async toFolder(actor: Actor, meetingId: string, folder: string): Promise<readonly TextInFolder[]> {
    actor.require('meeting:export');
    return Promise.all((await this.of(meetingId)).map(async (text) => textToFolder(this.#store, await this.#records.of(text.id), text, folder)));
  }

  /**
   * Places the records of a meeting anew: to be called when a transcript of one of its channels has come or was corrected, and when
   * somebody has listened to the channels.
   * @param speech where somebody speaks in each channel, by its key; it is kept for the next time
   */
  async placeRecordsAgain(actor: Actor, tx: Tx, meetingId: string, speech: ReadonlyMap<string, readonly Span[]> = new Map()): Promise<void> {
    actor.require('meeting:edit');
    const store = this.#deps.openStore(tx);
    const records = this.#deps.openRecords(tx);
    const texts = await store.ofMeeting(meetingId);
    for (const text of texts) {
      const kept = text.kind === 'record' ? await records.of(text.id) : null;
      if (kept === null) continue;
      const source = saidText(texts, text.channel, text.language);
      const heard = speech.get(text.channel);
      const placed = placeOnChannel(unplaced(kept), { ...kept.clues, ...(heard && { speech: heard }) }, source ? await store.segments(source.id) : null);
      await setImmediate();
      const locked = await store.lock({ id: text.id });
      if (!locked) continue;
      await records.save(text.id, placed.kept);
      // Whoever has read it need not read it again for nothing.
      if (samePlaces(placed.segments, locked.state.segments)) continue;
      await writeChange({ store, ...this.#deps, actor, tx }, locked, takeIn(locked.state, placed.segments).state, { deed: 'align' });
    }
  }

  /**
   * Lets all words of a meeting follow a recording that took another's place, such as one with its beginning cut off: texts that didn't come along
   * with it move; what was cut off is kept, and comes back where a later recording has it again. Returns the texts whose channel has another sound now;
   * they are marked as made for a former one.
   */
  async follow(actor: Actor, tx: Tx, meetingId: string, follows: RecordingFollows): Promise<readonly ChannelText[]> {
    actor.require('meeting:edit');
    const others = await followRecording({ store: this.#deps.openStore(tx), ...this.#deps, actor, tx }, this.#deps.openRecords(tx), meetingId, follows);
    await this.placeRecordsAgain(actor, tx, meetingId);
    return others;
  }

  /**
   * Throws `text_corrected` when people have worked on the transcript that a recogniser is to write: what they did is never
   * written over.
   */
  async requireUncorrected(meetingId: string, channel: string, language: string): Promise<void> {
    await requireUncorrected(this.#store, meetingId, channel, language);
  }

  /**
   * Takes in what a recogniser made of a channel, over what one made before: single segments that people have corrected stay. Throws
   * `text_corrected` where people answer for the whole.
   */
  async putRecognised(actor: Actor, tx: Tx, meetingId: string, text: RecognisedText): Promise<ChannelText> {
    actor.require('meeting:edit');
    const store = this.#deps.openStore(tx);
    await requireUncorrected(store, meetingId, text.channel, text.language);
    const brought = await bringIn({ store, ...this.#deps, actor, tx }, meetingId, { ...text, kind: 'transcript', status: 'machine' });
    await this.placeRecordsAgain(actor, tx, meetingId);
    return brought.text;
  }

  /** Every text of a meeting. Whether the meeting may be seen is for the caller to ask. */
  of(meetingId: string): Promise<readonly ChannelText[]> {
    return this.#store.ofMeeting(meetingId);
  }

  /** What there is to read of these meetings, the records after what is said. Whether the meetings may be seen is for the caller to ask. */
  pagesOf(meetingIds: readonly string[]): Promise<readonly PageOfWords[]> {
    return this.#store.pagesOf(meetingIds);
  }

  /** Keys of the channels of a meeting that have words: what is heard in them, or an official record beside it. */
  async channelsWithTexts(meetingId: string): Promise<{ readonly withWords: ReadonlySet<string>; readonly withRecord: ReadonlySet<string> }> {
    const texts = await this.of(meetingId);
    const keys = (record: boolean) => new Set(texts.filter(({ kind }) => (kind === 'record') === record).map(({ channel }) => channel));
    return { withWords: keys(false), withRecord: keys(true) };
  }

  /** What a reader of a channel reads, or the best of one kind; null where there are no words. A record isn't what is heard: it comes only when asked for. */
  async forChannel(meetingId: string, channel: { readonly key: string; readonly language: string }, kind?: TextKind): Promise<ReadableText | null> {
    const text = await this.textFor(meetingId, channel, kind);
    if (!text) return null;
    const [kept, found, record] = await Promise.all([this.#store.segments(text.id), this.#store.holes(text.id), text.kind === 'record' ? this.#records.of(text.id) : null]);
    const segments = kept.map(({ origins: _origins, ...segment }) => segment);
    const holes = openHoles(found, segments);
    if (record === null) return { ...text, segments, holes };
    const { turns, sentences, stages, removed, placedBy } = record;
    return { ...text, holes, segments: withSentences(segments, sentences), record: { turns, stages, removed, placedBy } };
  }

  /** A text with its segments, whichever its meeting; null where there is none. */
  async byId(actor: Actor, id: string): Promise<(ChannelText & { readonly segments: readonly TextSegment[] }) | null> {
    actor.require('words:edit');
    const text = await this.#store.find(id);
    return text && { ...text, segments: (await this.#store.segments(id)).map(({ origins: _origins, ...segment }) => segment) };
  }

  /** As `forChannel`, without the segments. */
  async textFor(meetingId: string, channel: { readonly key: string; readonly language: string }, kind?: TextKind): Promise<ChannelText | null> {
    const own = (await this.of(meetingId)).filter((one) => one.channel === channel.key && (kind === undefined ? one.kind !== 'record' : one.kind === kind));
    return forReading(own, channel.language)[0] ?? null;
  }
}

async function requireUncorrected(store: TextStore, meetingId: string, channel: string, language: string): Promise<void> {
  const there = (await store.ofMeeting(meetingId)).find((one) => one.channel === channel && one.language === language && one.kind === 'transcript');
  if (there !== undefined && there.status !== 'machine') throw new AppError('text_corrected', { kind: 'transcript', channel });
}
