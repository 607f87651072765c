import { describe, expect, it } from 'vitest';
import { localOperator, publicActor } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createMeetings, type MeetingFilter, type MeetingFolder } from './index.ts';
import { folderOf, smallFolder } from './testing/sample-folder.ts';

const operator = localOperator();
const FULL = folderOf(`schema: openfloor/meeting/1
slug: reform
title: { en: "Security sector reform", fr: "Réforme du secteur de la sécurité", ar: "إصلاح قطاع الأمن", zh: "安全部门改革", ru: "Всё о реформе" }
description: { es: "Una cuestión de confianza: 100 % pública" }
body: { slug: council, name: { en: Peace Council, fr: Conseil de paix } }
series: { slug: peace, title: { en: Peace and security } }
topics: [ { slug: police, label: { en: Policing, es: Policía } } ]
starts: 2026-03-12T20:00:00-04:00
timezone: America/New_York
symbol: OF/2026/PV.1
floorLanguages: [en, sw]
documents: [ { symbol: S/PRST/2026/7, title: { en: A statement } } ]
interventions: [ { speaker: { en: Naledi Mokoena, ar: ناليدي موكوينا }, language: en, start: 1 } ]
recording:
  channels: [ { id: floor, role: floor, language: mul }, { id: zh, role: interpretation, language: zh-Hant } ]
  parts: [ { file: a.mkv } ]
`);
const OTHERS: readonly (Partial<MeetingFolder> & { readonly slug: string })[] = [
  { slug: 'tomorrow', starts: '2026-03-14T09:00:00.000Z', ends: '2026-03-14T10:00:00.000Z' },
  { slug: 'later', starts: '2026-04-01T09:00:00.000Z' },
];

async function filled(database: Database) {
  const meetings = createMeetings({ database, clock: systemClock, audit: createAuditLog(database) });
  await database.transaction(async (tx) => {
    for (const folder of [FULL, ...OTHERS.map(smallFolder)]) {
      const { meeting } = await meetings.upsertFromFolder(operator, tx, folder);
      await meetings.setState(operator, tx, meeting.id, folder === FULL ? 'publish' : 'schedule');
    }
  });
  return async (filter: MeetingFilter) => (await meetings.list(publicActor(), filter)).meetings.map(({ slug }) => slug);
}

describe('meetings by their words', () => {
  it.each([
    'security REFORM', 'securite', 'قطاع الامن', '安全部门', 'все реформе', 'confianza', '100 %', 'OF/2026/PV.1', 'pv.1 sector', 'S/PRST/2026/7',
    'mokoena', 'موكوينا', 'conseil', '"Peace and', 'policia', '“security sector”',
  ])('finds %s, in whatever language it is asked for', async (q) => {
    await using database = await openTestDatabase();
    expect(await (await filled(database))({ q })).toEqual(['reform']);
  });

  it.each(['security nobody', '%', '_eform', '\\', '\u0000', '\ud800'])('does not find %j', async (q) => {
    await using database = await openTestDatabase();
    expect(await (await filled(database))({ q, state: 'published' })).toEqual(q === '%' ? ['reform'] : []);
  });
});

describe('meetings in their order', () => {
  const dated = (slug: string, month: number, more: Partial<MeetingFolder> = {}) => smallFolder({ slug, starts: `2026-0${month}-01T09:00:00.000Z`, ...more });
  const WATER: readonly MeetingFolder[] = [
    dated('said', 9, { title: { en: 'Budget' }, description: { en: 'Also on clean water' } }),
    dated('within', 8, { title: { en: 'Wastewater and clean air' } }),
    dated('titled-new', 7, { title: { en: 'Clean rivers', fr: 'L’eau' }, symbol: 'W/water' }),
    dated('titled', 2, { title: { en: 'Water, kept clean' } }),
    dated('together', 1, { title: { ar: 'ماء', en: 'On clean water' } }),
  ];
  const listed = async (filter: MeetingFilter) => {
    await using database = await openTestDatabase();
    const meetings = createMeetings({ database, clock: systemClock, audit: createAuditLog(database) });
    await database.transaction(async (tx) => {
      for (const folder of WATER) await meetings.setState(operator, tx, (await meetings.upsertFromFolder(operator, tx, folder)).meeting.id, 'schedule');
    });
    const slugs: string[] = [];
    for (let before: string | undefined; ;) {
      const { meetings: page, next } = await meetings.list(publicActor(), { ...filter, limit: 2, ...(before !== undefined && { before }) });
      slugs.push(...page.map(({ slug }) => slug));
      if (next === null) return slugs;
      before = next;
    }
  };

  it.each([
    [{ q: 'clean WATER', order: 'relevance' }, ['together', 'titled-new', 'titled', 'within', 'said']],
    [{ q: 'clean water', order: 'oldest' }, ['together', 'titled', 'titled-new', 'within', 'said']],
    [{ q: 'clean water' }, ['said', 'within', 'titled-new', 'titled', 'together']],
    [{ order: 'relevance' }, ['said', 'within', 'titled-new', 'titled', 'together']],
  ] as const)('%j, page by page', async (filter, slugs) => {
    expect(await listed(filter)).toEqual(slugs);
  });

  it('does not go on from a place of another order', async () => {
    await using database = await openTestDatabase();
    const meetings = createMeetings({ database, clock: systemClock, audit: createAuditLog(database) });
    await filled(database);
    const { next } = await meetings.list(publicActor(), { limit: 1 });
    await expect(meetings.list(publicActor(), { q: 'a', order: 'relevance', before: next ?? '' })).rejects.toMatchObject({ code: 'bad_request' });
  });
});

describe('meetings by what belongs to them', () => {
  it.each([
    [{ series: 'peace' }, ['reform']], [{ series: 'none' }, []], [{ topic: 'police' }, ['reform']], [{ speaker: 'naledi-mokoena' }, ['reform']],
    [{ speaker: '\u0000' }, []],
    [{ language: 'zh' }, ['reform']], [{ language: 'zh-Hant' }, ['reform']], [{ language: 'z' }, []], [{ language: 'sw' }, ['reform']],
    // Eight in the evening in New York is the next day in UTC.
    [{ from: '2026-03-12', to: '2026-03-12' }, ['reform']], [{ from: '2026-03-13', to: '2026-03-31' }, ['tomorrow']],
    [{ order: 'soonest', notOverAt: '2026-03-14T09:59:59.000Z' }, ['tomorrow', 'later']],
    [{ order: 'soonest', notOverAt: '2026-03-14T10:00:00.000Z' }, ['later']], [{ notOverAt: '2026-04-01T13:00:00.000Z' }, []],
  ] as const)('%j', async (filter, slugs) => {
    await using database = await openTestDatabase();
    expect(await (await filled(database))(filter)).toEqual(slugs);
  });

  it('counts what all pages together have', async () => {
    await using database = await openTestDatabase();
    await filled(database);
    const meetings = createMeetings({ database, clock: systemClock, audit: createAuditLog(database) });
    expect(await meetings.count(publicActor())).toBe(3);
    expect(await meetings.count(publicActor(), { state: 'draft' })).toBe(0);
    expect(await meetings.count(publicActor(), { q: 'reform', limit: 1 })).toBe(1);
  });
});
