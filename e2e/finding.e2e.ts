import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

const MEETING = `schema: openfloor/meeting/1
slug: river
title: { en: Sharing the river, fr: Partager le fleuve, ar: تقاسم النهر }
body: { slug: council, name: { en: River Council, fr: Conseil du fleuve, ar: مجلس النهر } }
starts: 2031-03-12T20:00:00-04:00
timezone: America/New_York
symbol: R/2031/1
`;

let openfloor: Openfloor;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  [openfloor, browser, folder] = await Promise.all([startOpenfloor(), openBrowser(), mkdtemp(join(tmpdir(), 'openfloor-finding-'))]);
  await writeFile(join(folder, 'meeting.yaml'), MEETING);
  await openfloor.must('publish', folder);
});

afterAll(async () => {
  await browser?.close();
  await openfloor?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const open = async (path: string, options: Parameters<Browser['newContext']>[0]): Promise<Page> => {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(new URL(path, openfloor.url).href);
  return page;
};

describe('without scripts', () => {
  it('a reader finds a meeting by a word in another language, and the others of its body and day', async () => {
    const page = await open('/fr/', { javaScriptEnabled: false });
    await page.getByRole('searchbox').fill('النهر');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 réunion trouvée' }).waitFor();
    await page.getByRole('link', { name: 'Partager le fleuve' }).click();
    await page.getByRole('heading', { level: 1, name: 'Partager le fleuve' }).waitFor();
    await page.getByRole('link', { name: 'Conseil du fleuve' }).first().click();
    expect(new URL(page.url()).pathname).toBe('/fr/bodies/council');
    await page.goto(new URL('/fr/schedule/2031-03', openfloor.url).href);
    await page.getByRole('table').getByRole('link', { name: 'mercredi 12 mars 2031' }).click();
    await page.getByRole('heading', { level: 1, name: 'mercredi 12 mars 2031' }).waitFor();
    expect(await page.locator('.entry').textContent()).toMatch(/20:00.*New York/);
    await page.context().close();
  });

  it('a reader who finds nothing is told what to do', async () => {
    const page = await open('/ar/search?q=xyz&from=2031-01-01', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'البحث من جديد دون تضييق' }).click();
    expect(new URL(page.url()).search).toBe('?q=xyz');
    await page.context().close();
  });
});

describe('a search that is followed', () => {
  it('is confirmed by the link in a mail, and ended by another press, all without scripts', async () => {
    const page = await open('/ar/search?q=river', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'متابعة هذا البحث' }).click();
    await page.getByLabel('عنوان بريدك الإلكتروني').fill('ana@example.net');
    await page.getByRole('button', { name: 'أرسلوا إليّ رسالة التأكيد' }).click();
    await page.getByRole('heading', { level: 1, name: 'انظر في بريدك' }).waitFor();
    const folder = join(openfloor.folder, 'data', 'mail');
    const mails = () => readdir(folder).then((names) => names.filter((name) => name.endsWith('.eml')), () => []);
    await expect.poll(mails, { timeout: 20_000 }).toHaveLength(1);
    const mail = (await readFile(join(folder, (await mails())[0] ?? ''), 'utf8')).replaceAll('=\r\n', '');
    expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const [, link = ''] = /List-Unsubscribe:\s+<[^>]*?(\/ar\/follow\/[\w-]+)\/stop>/.exec(mail) ?? [];
    await page.goto(new URL(link, openfloor.url).href);
    await page.getByRole('button', { name: 'نعم، أريد متابعته' }).click();
    await page.getByRole('heading', { level: 1, name: 'أنت تتابع هذا البحث' }).waitFor();
    const answer = await fetch(new URL(`${link}/stop`, openfloor.url), { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), redirect: 'error' });
    expect(answer.status).toBe(200);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'لم يعد هنا ما يُتابَع' }).waitFor();
    await page.context().close();
  });
});

describe('the time of a meeting to come', () => {
  it('is said on the clock of a reader who lives elsewhere', async () => {
    const page = await open('/en/meetings/river', { timezoneId: 'Asia/Tokyo' });
    await page.getByText('13 March at 9:00 your time').waitFor();
    expect(await page.locator('.meeting-head time').first().textContent()).toBe('12 March 2031 at 20:00 (New York time)');
    await page.context().close();
  });

  it('is not said twice to one who lives there', async () => {
    const page = await open('/en/schedule/2031-03-12', { timezoneId: 'America/New_York' });
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.reader-time').count()).toBe(0);
    await page.context().close();
  });
});

describe('a meeting that was withdrawn', () => {
  it('says so at its address, and is found no more', async () => {
    await openfloor.must('withdraw', 'river');
    const page = await open('/zh/search?q=river', {});
    await page.getByRole('heading', { name: '没有找到任何内容。' }).waitFor();
    const answer = await page.goto(new URL('/zh/meetings/river', openfloor.url).href);
    expect(answer?.status()).toBe(410);
    await page.getByRole('heading', { name: '本次会议已撤下' }).waitFor();
    await page.context().close();
  });
});
