import type { Db } from '#platform/db/index.ts';
import { readChanges, tellBack, tellRemoved } from './changes.repo.ts';
import { removeMeeting, writeContents } from './contents.repo.ts';
import { channelsOf, insertHead, lockHead, saveHead, touchHead } from './heads.repo.ts';
import { countMeetings, readPage } from './meeting-list.repo.ts';
import { readDetail, readFolder } from './meeting-reader.repo.ts';
import type { MeetingReader, MeetingStore } from './meeting-store.ports.ts';
import { claimNearestSlug, claimSlug, currentSlug, findMeeting } from './slugs.repo.ts';
import { readBodies, readCategories } from './trees.repo.ts';

/** Meetings in PostgreSQL, for writing. */
export const meetingStore: MeetingStore = {
  find: findMeeting,
  lock: lockHead,
  insert: insertHead,
  save: saveHead,
  touch: touchHead,
  claimSlug,
  claimNearestSlug,
  writeContents,
  channels: channelsOf,
  remove: removeMeeting,
  tellRemoved,
  tellBack,
};

/** Meetings in PostgreSQL, for reading. */
export const meetingReader = (db: Db): MeetingReader => ({
  detail: (slugOrId) => readDetail(db, slugOrId),
  folder: (id) => readFolder(db, id),
  currentSlug: (slug) => currentSlug(db, slug),
  page: (filter, states) => readPage(db, filter, states),
  count: (filter, states) => countMeetings(db, filter, states),
  changes: (filter, states) => readChanges(db, filter, states),
  bodies: () => readBodies(db),
  categories: () => readCategories(db),
});
