import { publicActor, type Actor } from '#access/index.ts';
import type { Meetings, MeetingChannel, MeetingDetail, Intervention } from '#meetings/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { Recordings } from '#recordings/index.ts';
import type { ReadableText, Words } from '#words/index.ts';
import { newClipId, samenessOf } from './clip-id.ts';
import { writeClips, type ClipsOfMeeting } from './clips-file.domain.ts';
import { chooseClip, type ChosenClip, type Clip, type ClipWish } from './clip.domain.ts';
import type { OpenClipStore } from './clips.ports.ts';
import { placeClip, type ClipPlace } from './place.domain.ts';

export interface ClipsDeps {
  readonly database: Database;
  readonly openStore: OpenClipStore;
  readonly clock: Clock;
  readonly meetings: Pick<Meetings, 'get'>;
  readonly recordings: Pick<Recordings, 'mediaOf' | 'timelineMoves'>;
  readonly words: Pick<Words, 'forChannel'>;
}

/** A clip as it is today, with what is known of it. */
export interface ClipView {
  /** Without an id while nobody has given it an address. */
  readonly clip: ChosenClip & Partial<Pick<Clip, 'id' | 'createdAt'>>;
  readonly meeting: MeetingDetail;
  readonly channel: MeetingChannel;
  readonly place: ClipPlace;
  /** The text that was cited, as it stands today; null where there is none. */
  readonly text: ReadableText | null;
  /** Who has the floor there; null where nobody is listed. */
  readonly turn: Intervention | null;
}

/** Stretches of meetings that people cite: anybody may choose one, and give it a permanent address. */
export class Clips {
  readonly #deps;
  readonly #store;

  constructor(deps: ClipsDeps) {
    this.#deps = deps;
    this.#store = deps.openStore(deps.database.db);
  }

  /** A stretch of a public meeting as a clip that has no address yet. Throws `meeting_not_found`, `meeting_withdrawn`, `not_found` for a channel, `clip_range`. */
  async choose(slug: string, wish: ClipWish): Promise<ClipView> {
    const meeting = await this.#deps.meetings.get(publicActor(), slug);
    const channel = channelOf(meeting, wish.channel);
    const [media, moves, text] = await Promise.all([
      this.#deps.recordings.mediaOf(meeting.id), this.#deps.recordings.timelineMoves(meeting.id), this.#text(meeting, channel, wish.record, channel.language),
    ]);
    if (media?.hls == null) throw new AppError('not_found', { what: 'recording of this meeting' });
    const clip = chooseClip(meeting.id, wish, text, media.durationMs, moves.length);
    const { startMs, endMs, quote } = clip;
    return { clip, meeting, channel, text, turn: turnIn(meeting, clip), place: { state: 'unchanged', range: { startMs, endMs }, text: quote?.exact ?? null } };
  }

  /** Gives a stretch a permanent address; the same stretch with the same words has the same one. Throws as `choose`. */
  async keep(slug: string, wish: ClipWish): Promise<ClipView & { readonly clip: Clip }> {
    const chosen = await this.choose(slug, wish);
    const clip = await this.#store.keep(newClipId(), chosen.clip, samenessOf(chosen.clip), this.#deps.clock.now());
    return { ...chosen, clip };
  }

  /** A clip by its address, where it is today. Throws `not_found`, `meeting_withdrawn`. */
  async view(id: string): Promise<ClipView & { readonly clip: Clip }> {
    const clip = await this.#store.find(id);
    if (!clip) throw new AppError('not_found', { what: 'clip', id });
    const meeting = await this.#deps.meetings.get(publicActor(), clip.meetingId);
    const channel = channelOf(meeting, clip.channel);
    const { quote } = clip;
    const [moves, text] = await Promise.all([
      this.#deps.recordings.timelineMoves(meeting.id), this.#text(meeting, channel, quote?.kind === 'record', quote?.language ?? channel.language),
    ]);
    const place = placeClip(clip, moves, text?.segments ?? null);
    return { clip, meeting, channel, place, text, turn: place.range && turnIn(meeting, place.range) };
  }

  /** The ids of a meeting's clips with an address. */
  async idsOf(meetingId: string): Promise<readonly string[]> {
    return (await this.#store.ofMeeting(meetingId)).map(({ id }) => id);
  }

  /** A meeting's clips as a meeting folder holds them; null where it has none. */
  async toFolder(actor: Actor, meetingId: string): Promise<string | null> {
    actor.require('meeting:export');
    const clips = await this.#store.ofMeeting(meetingId);
    if (clips.length === 0) return null;
    return writeClips({ moves: await this.#deps.recordings.timelineMoves(meetingId), clips: clips.map(({ meetingId: _meeting, ...clip }) => clip) });
  }

  /** Takes the clips of a meeting folder in, at their addresses; one whose address is taken here is left out. For a meeting that is new here. */
  async bring(actor: Actor, tx: Tx, meetingId: string, clips: ClipsOfMeeting['clips']): Promise<void> {
    actor.require('meeting:edit');
    const store = this.#deps.openStore(tx);
    for (const { id, createdAt, ...rest } of clips) {
      const clip = { meetingId, ...rest };
      await store.bring({ ...clip, id, createdAt }, samenessOf(clip));
    }
  }

  async #text(meeting: MeetingDetail, { key }: MeetingChannel, record: boolean, language: string): Promise<ReadableText | null> {
    return this.#deps.words.forChannel(meeting.id, { key, language }, record ? 'record' : undefined);
  }
}

/** The channel of a clip; where it has gone, one in the same place can't be guessed. */
function channelOf(meeting: MeetingDetail, key: string): MeetingChannel {
  const channel = meeting.channels.find((one) => one.key === key);
  if (!channel) throw new AppError('not_found', { what: 'channel', id: key });
  return channel;
}

/** Who has the floor for most of a stretch. */
function turnIn({ interventions, durationMs }: MeetingDetail, { startMs, endMs }: { readonly startMs: number; readonly endMs: number }): Intervention | null {
  const shared = (turn: Intervention, n: number): number =>
    Math.min(endMs, turn.endMs ?? interventions[n + 1]?.startMs ?? durationMs ?? endMs) - Math.max(startMs, turn.startMs);
  const best = interventions.map((turn, n) => ({ turn, ms: shared(turn, n) })).toSorted((a, b) => b.ms - a.ms)[0];
  return best && best.ms > 0 ? best.turn : null;
}
