import { randomUUID } from 'node:crypto';
import type { Actor, Permission } from '#access/index.ts';
import type { AuditLog } from '#audit/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Db, Tx } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { MeetingFolder } from './folder/folder.domain.ts';
import type { MeetingChanges, MeetingDetail, MeetingPage } from './meeting-detail.domain.ts';
import type { MeetingHead, MeetingPatch } from './meeting-head.domain.ts';
import type { MeetingReader, MeetingStore } from './meeting-store.ports.ts';
import { next, type MeetingState, type MeetingStep } from './meetings.domain.ts';
import type { ChangesFilter, MeetingFilter, MeetingHandle, Meetings } from './meetings.ports.ts';
import { patched } from './patch.domain.ts';
import { meetingSlug } from './slug.domain.ts';

export interface MeetingsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly store: MeetingStore;
  readonly reader: MeetingReader;
  /** Told, in the transaction, of every change of a meeting; before it goes, where it is removed. */
  readonly changed?: (tx: Tx, meetingId: string, state: MeetingState | 'removed') => Promise<void>;
}

const STEP_PERMISSIONS = {
  schedule: 'meeting:edit',
  unschedule: 'meeting:edit',
  publish: 'meeting:publish',
  republish: 'meeting:publish',
  withdraw: 'meeting:withdraw',
} as const satisfies Record<MeetingStep, Permission>;

const PUBLIC_STATES: readonly MeetingState[] = ['published', 'scheduled'];
const ALL_STATES: readonly MeetingState[] = ['draft', 'scheduled', 'published', 'withdrawn'];

/** The catalogue. Invariant: a change and its audit row commit in one transaction. */
export class MeetingsService implements Meetings {
  readonly #deps: MeetingsDeps;

  constructor(deps: MeetingsDeps) {
    this.#deps = deps;
  }

  async upsertFromFolder(actor: Actor, tx: Tx, folder: MeetingFolder, options: { readonly meetingId?: string } = {}) {
    actor.require('meeting:edit');
    const id = options.meetingId ?? (folder.slug === null ? undefined : await this.#deps.store.find(tx, folder.slug));
    const saved = id === undefined ? await this.#create(tx, folder) : await this.#bringUpToDate(tx, id, folder);
    await this.#deps.store.writeContents(tx, saved.id, folder);
    await this.#record(tx, actor, id === undefined ? 'meeting.create' : 'meeting.update', saved, { slug: saved.slug, version: saved.version });
    await this.#deps.changed?.(tx, saved.id, saved.state);
    return { meeting: await this.#handle(tx, saved), created: id === undefined };
  }

  async #create(tx: Tx, folder: MeetingFolder): Promise<MeetingHead> {
    const { store, clock } = this.#deps;
    const id = randomUUID();
    if (folder.slug !== null) await this.#claim(tx, id, folder.slug);
    const slug = folder.slug ?? await store.claimNearestSlug(tx, id, meetingSlug(folder));
    for (const former of folder.formerSlugs) await this.#claim(tx, id, former);
    const head: MeetingHead = { id, slug, state: 'draft', version: 1, durationMs: null, ...ownFacts(folder), publishedAt: folder.published };
    await store.insert(tx, head, clock.now());
    return head;
  }

  async #bringUpToDate(tx: Tx, id: string, folder: MeetingFolder): Promise<MeetingHead> {
    const present = await this.#lock(tx, id);
    for (const slug of [folder.slug ?? present.slug, ...folder.formerSlugs]) await this.#claim(tx, id, slug);
    const facts = ownFacts(folder);
    const head: MeetingHead = {
      ...present, ...facts, slug: folder.slug ?? present.slug, publishedAt: present.publishedAt ?? folder.published,
      floorLanguages: facts.floorLanguages.length > 0 ? facts.floorLanguages : present.floorLanguages,
    };
    return this.#deps.store.save(tx, head, this.#deps.clock.now());
  }

  async setState(actor: Actor, tx: Tx, id: string, step: MeetingStep): Promise<MeetingHandle> {
    actor.require(STEP_PERMISSIONS[step]);
    const present = await this.#lock(tx, id);
    const state = next(present.state, step);
    const now = this.#deps.clock.now();
    const publishedAt = present.publishedAt ?? (state === 'published' ? now.toISOString() : null);
    const saved = await this.#deps.store.save(tx, { ...present, state, publishedAt }, now);
    if (present.state === 'draft') await this.#deps.store.tellBack(tx, id);
    if (state === 'draft') await this.#deps.store.tellRemoved(tx, saved, now);
    await this.#record(tx, actor, `meeting.${step}`, saved, { from: present.state, to: state });
    await this.#deps.changed?.(tx, id, state);
    return this.#handle(tx, saved);
  }

  async setDuration(actor: Actor, tx: Tx, id: string, durationMs: number | null): Promise<void> {
    await this.#measured(actor, tx, id, { durationMs });
  }

  async setFloorLanguages(actor: Actor, tx: Tx, id: string, floorLanguages: readonly string[]): Promise<void> {
    await this.#measured(actor, tx, id, { floorLanguages });
  }

  async #measured(actor: Actor, tx: Tx, id: string, facts: Partial<Pick<MeetingHead, 'durationMs' | 'floorLanguages'>>): Promise<void> {
    actor.require('meeting:edit');
    const present = await this.#lock(tx, id);
    const saved = await this.#deps.store.save(tx, { ...present, ...facts }, this.#deps.clock.now());
    await this.#record(tx, actor, 'meeting.measure', saved, facts);
    await this.#deps.changed?.(tx, id, saved.state);
  }

  async touch(tx: Tx, id: string): Promise<void> {
    await this.#deps.store.touch(tx, id, this.#deps.clock.now());
  }

  async update(actor: Actor, id: string, version: number, patch: MeetingPatch): Promise<MeetingDetail> {
    actor.require('meeting:edit');
    await this.#deps.database.transaction(async (tx) => {
      const present = await this.#lock(tx, id);
      if (present.version !== version) throw new AppError('stale_write', { what: 'the meeting' });
      const changed = patched(present, patch);
      await this.#claim(tx, id, changed.slug);
      const saved = await this.#deps.store.save(tx, changed, this.#deps.clock.now());
      await this.#record(tx, actor, 'meeting.update', saved, { fields: Object.keys(patch), version: saved.version });
      await this.#deps.changed?.(tx, id, saved.state);
    });
    return this.get(actor, id);
  }

  async withdraw(actor: Actor, slugOrId: string): Promise<MeetingHandle> {
    actor.require('meeting:withdraw');
    return this.#deps.database.transaction(async (tx) => this.setState(actor, tx, await this.#find(tx, slugOrId), 'withdraw'));
  }

  async republish(actor: Actor, slugOrId: string): Promise<MeetingHandle> {
    actor.require('meeting:publish');
    return this.#deps.database.transaction(async (tx) => {
      const { id, durationMs } = await this.#lock(tx, await this.#find(tx, slugOrId));
      return this.setState(actor, tx, id, durationMs === null ? 'schedule' : 'republish');
    });
  }

  async remove(actor: Actor, tx: Tx, slugOrId: string): Promise<{ readonly id: string; readonly slug: string }> {
    actor.require('meeting:remove');
    const present = await this.#lock(tx, await this.#find(tx, slugOrId));
    await this.#deps.changed?.(tx, present.id, 'removed');
    // A draft was never public, or has been told of when it became one.
    if (present.state !== 'draft') await this.#deps.store.tellRemoved(tx, present, this.#deps.clock.now());
    await this.#deps.store.remove(tx, present.id);
    await this.#record(tx, actor, 'meeting.remove', present, { slug: present.slug, title: present.title });
    return { id: present.id, slug: present.slug };
  }

  async get(actor: Actor, slugOrId: string): Promise<MeetingDetail> {
    const meeting = await this.#deps.reader.detail(slugOrId);
    if (meeting === undefined) throw new AppError('meeting_not_found', { id: slugOrId });
    if (!PUBLIC_STATES.includes(meeting.state) && !actor.can('meeting:read-unpublished')) {
      // Whoever followed a link deserves to know that it was right once; a draft was never public.
      throw new AppError(meeting.state === 'withdrawn' ? 'meeting_withdrawn' : 'meeting_not_found', { id: slugOrId });
    }
    return meeting;
  }

  async resolveSlug(slug: string): Promise<{ readonly slug: string; readonly moved: boolean } | null> {
    const current = await this.#deps.reader.currentSlug(slug);
    return current === undefined ? null : { slug: current, moved: current !== slug };
  }

  async list(actor: Actor, filter: MeetingFilter = {}): Promise<MeetingPage> {
    const states = visibleStates(actor, filter);
    return states.length === 0 ? { meetings: [], next: null } : this.#deps.reader.page(filter, states);
  }

  async changes(actor: Actor, filter: ChangesFilter = {}): Promise<MeetingChanges> {
    return this.#deps.reader.changes(filter, actor.can('meeting:read-unpublished') ? ALL_STATES : [...PUBLIC_STATES, 'withdrawn']);
  }

  async count(actor: Actor, filter: MeetingFilter = {}): Promise<number> {
    const states = visibleStates(actor, filter);
    return states.length === 0 ? 0 : this.#deps.reader.count(filter, states);
  }

  listBodies() {
    return this.#deps.reader.bodies();
  }

  listCategories() {
    return this.#deps.reader.categories();
  }

  async toFolder(actor: Actor, slugOrId: string): Promise<MeetingFolder> {
    actor.require('meeting:export');
    const { database: { db }, reader } = this.#deps;
    const folder = await reader.folder(await this.#find(db, slugOrId));
    if (folder === undefined) throw new AppError('meeting_not_found', { id: slugOrId });
    return folder;
  }

  async #find(db: Db, slugOrId: string): Promise<string> {
    const id = await this.#deps.store.find(db, slugOrId);
    if (id === undefined) throw new AppError('meeting_not_found', { id: slugOrId });
    return id;
  }

  async #lock(tx: Tx, id: string): Promise<MeetingHead> {
    const head = await this.#deps.store.lock(tx, id);
    if (head === undefined) throw new AppError('meeting_not_found', { id });
    return head;
  }

  async #claim(tx: Tx, id: string, slug: string): Promise<void> {
    if (!await this.#deps.store.claimSlug(tx, id, slug)) throw new AppError('name_taken', { name: slug });
  }

  async #handle(tx: Tx, { id, slug, state, version }: MeetingHead): Promise<MeetingHandle> {
    return { id, slug, state, version, channels: await this.#deps.store.channels(tx, id) };
  }

  #record(tx: Tx, actor: Actor, action: string, { id }: MeetingHead, detail: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#deps.audit.record(tx, actor, action, { type: 'meeting', id }, detail);
  }
}

function visibleStates(actor: Actor, { state: wanted }: MeetingFilter): readonly MeetingState[] {
  const visible = actor.can('meeting:read-unpublished') ? ALL_STATES : PUBLIC_STATES;
  return wanted === undefined ? visible : visible.filter((state) => state === wanted);
}

/** What a folder says about the meeting itself, as it is stored. */
function ownFacts({ title, description, format, starts, ends, timezone, symbol, floorLanguages, rights }: MeetingFolder) {
  return { title, description, format, starts, ends, timezone, symbol, floorLanguages, rights };
}
