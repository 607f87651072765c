import type { Hono } from 'hono';
import { localOperator } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import type { Db } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { silentLog } from '#platform/log/index.ts';
import { createPages } from '#web/index.ts';
import { createBrowse, createMeetings, type Browse } from '../index.ts';
import { folderOf } from '../testing/sample-folder.ts';
import type { SearchAnswer } from '#search/index.ts';
import { browsePages } from './browse.pages.tsx';
import type { MomentSource } from './search/moments.ports.ts';
import { topicReader } from '#topics/index.ts';
import { topicPages } from './topic/topic.pages.tsx';
import { searchPages } from './search/search.pages.tsx';

/** The day of the tests: some of the meetings are over, one is under way, one is to come. */
const NOW = new Date('2026-03-12T15:00:00Z');

const UNION = '{ slug: union, name: { en: Union, fr: L’Union } }';
const COUNCIL = `{ slug: council, name: { en: Council, fr: Conseil, ar: المجلس }, parent: ${UNION} }`;
const MEETINGS = [
  ['publish', `slug: water
title: { en: Drinking water, fr: Eau potable, ar: مياه الشرب }
body: ${COUNCIL}
series: { slug: rivers, title: { en: Rivers } }
topics: [ { slug: wells, label: { en: Wells }, uri: "https://example.org/wells" } ]
categories: [ { path: events/council, name: { en: The Council }, parents: [ { en: Events } ] } ]
starts: 2026-02-28T20:00:00-05:00
timezone: America/New_York
symbol: W/1
interventions: [ { speaker: { en: Ana <i>Ruiz</i> }, capacity: { en: Chair }, language: es, start: 63 }, { speaker: { en: Ana <i>Ruiz</i> }, language: en, start: 3723.5 } ]
floorLanguages: [es]
recording: { channels: [ { id: floor, role: floor, language: mul }, { id: es, role: interpretation, language: es } ], parts: [ { file: a.mkv } ] }`],
  ['schedule', `slug: under-way
title: { en: Under way }
body: ${UNION}
starts: 2026-03-12T14:00:00Z`],
  ['schedule', `slug: to-come
title: { en: To come }
body: ${COUNCIL}
starts: 2026-03-13T09:00:00+09:00
timezone: Asia/Tokyo`],
  ['schedule', 'slug: missed\ntitle: { en: Missed }\nstarts: 2026-03-01T09:00:00Z'],
  [null, `slug: draft\ntitle: { en: A secret draft }\nbody: ${COUNCIL}\nstarts: 2026-03-12T10:00:00Z`],
] as const;

/** An answer for whom nobody has said anything. */
export const NOTHING_SAID: SearchAnswer = {
  total: 0, capped: false, loose: false, building: false, moments: [], suggestion: null, concepts: [],
  facets: { body: [], series: [], speaker: [], capacity: [], agenda: [], topic: [], spoken: [], channel: [], year: [] },
};

/** The pages that lead to meetings, over a real catalogue with a few in it; recordings there are none, and what was said is the test's. */
export async function browseSite(changes: Partial<Browse> = {}, moments: MomentSource['find'] = async () => NOTHING_SAID): Promise<AsyncDisposable & { readonly app: Hono; readonly db: Db; readonly read: (path: string) => Promise<string> }> {
  const database = await openTestDatabase();
  const clock = { now: () => NOW };
  const meetings = createMeetings({ database, clock, audit: createAuditLog(database) });
  await database.transaction(async (tx) => {
    for (const [step, yaml] of MEETINGS) {
      const { meeting } = await meetings.upsertFromFolder(localOperator(), tx, folderOf(`schema: openfloor/meeting/1\n${yaml}\n`));
      if (step !== null) await meetings.setState(localOperator(), tx, meeting.id, step);
    }
  });
  const browse = { ...createBrowse({ database }), ...changes };
  const media = { forMeeting: async () => null, forMeetings: async () => new Map<string, never>() };
  const app = createPages({
    assets: { folder: '', served: (name) => name, address: (name) => `/assets/${name}` }, clock, log: silentLog, publicUrl: 'https://tv.example',
    sets: [browsePages({ meetings, clock, browse, media }), topicPages({ meetings, clock, media, topics: topicReader(database.db), moments: { find: moments } }), searchPages({ meetings, browse, media, moments: { find: moments } })],
  });
  return {
    app, db: database.db,
    read: async (path) => (await app.request(path, { headers: { Accept: 'text/html' } })).text(),
    [Symbol.asyncDispose]: () => database.close(),
  };
}

/** The headings of a page and what the links below the main part lead to, in order. */
export const linksIn = (html: string): readonly string[] => [...html.slice(html.indexOf('<main')).matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = '']) => href);
