import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@openfloor/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestMeeting } from '../fixtures/meeting/index.ts';
import { command, settingsFor, startOpenfloor, type Openfloor } from './openfloor.ts';

let openfloor: Openfloor;
let folder: string;

const YAML = `schema: openfloor/meeting/1
slug: council
title: { en: Council, fr: Conseil }
recording:
  channels:
    - { id: floor, role: floor, language: mul, file: council.mka, track: 0 }
    - { id: fr, role: interpretation, language: fr, file: council.mka, track: 1 }
words:
  - { kind: transcript, channel: fr, file: fr.json, status: machine }
`;
const MACHINE = { segments: [
  { start: 0, end: 2, text: ' Bonjour à tous.', words: [{ start: 0, end: 0.9, word: ' Bonjour', probability: 0.9 }, { start: 0.9, end: 1.1, word: ' à', probability: 0.5 }, { start: 1.1, end: 2, word: ' tous.', probability: 0.7 }] },
  { start: 2, end: 5, text: ' La séance et ouverte.' }, { start: 6, end: 7, text: ' Merci.' },
] };
const path = { slug: 'council', channel: 'fr' };
const BROKEN = 'WEBVTT\n\n00:00.000 --> 00:02.000\nBonjour à tous.\n\nsoon --> 00:05.000\nSans heure.\n';

beforeAll(async () => {
  openfloor = await startOpenfloor();
  folder = join(openfloor.folder, 'council');
  await mkdir(folder);
  await makeTestMeeting({ file: join(folder, 'council.mka'), durationSeconds: 8, channels: [{ id: 'floor', language: 'mul' }, { id: 'fr', language: 'fr' }] });
  await Promise.all([writeFile(join(folder, 'meeting.yaml'), YAML), writeFile(join(folder, 'fr.json'), JSON.stringify(MACHINE))]);
  await openfloor.must('publish', folder, '--wait');
});

afterAll(async () => { await openfloor?.[Symbol.asyncDispose](); });

const text = (...args: readonly string[]) => openfloor.must('text', ...args);

describe('a transcript that a machine wrote', () => {
  it('is corrected from elsewhere with a token, and by nobody without one', async () => {
    const { token } = await openfloor.must('token', 'create', 'secretariat') as unknown as { token: string };
    const correcting = { params: { path }, body: { version: 1, corrections: [{ do: 'set' as const, segment: 2, text: 'La séance est ouverte.', speaker: 'La Présidente' }] } };
    const [nobody, wrong, right] = [undefined, `${token.slice(0, -2)}xx`, token].map((one) => createClient({ url: openfloor.url, ...(one !== undefined && { token: one }) }));
    expect((await nobody!.PATCH('/meetings/{slug}/texts/{channel}', correcting)).error).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await wrong!.PATCH('/meetings/{slug}/texts/{channel}', correcting)).error).toMatchObject({ status: 401, code: 'token_unknown' });
    expect((await right!.GET('/tokens', {})).error).toMatchObject({ status: 403 });

    const page = () => fetch(new URL('/fr/meetings/council/words/fr', openfloor.url)).then((answer) => answer.text());
    expect(await page()).toContain('La séance et ouverte.');
    const { data, response } = await right!.PATCH('/meetings/{slug}/texts/{channel}', correcting);
    expect([data?.text.version, response.headers.get('ETag'), data?.change?.by]).toEqual([2, '"2"', 'token secretariat']);
    expect(await page()).toContain('La séance est ouverte.');

    const stale = await right!.PATCH('/meetings/{slug}/texts/{channel}', { params: { path, header: { 'If-Match': '"1"' } }, body: { version: 2, status: 'edited' } });
    expect(stale.error).toMatchObject({ status: 412, code: 'version_differs' });
    const late = await right!.PATCH('/meetings/{slug}/texts/{channel}', { params: { path }, body: { version: 1, corrections: [{ do: 'remove', segment: 2 }] } });
    expect(late.error).toMatchObject({ status: 409, detail: 'Segment 2 was changed by token secretariat after version 1; now it says: La séance est ouverte.' });
    const impossible = await right!.PATCH('/meetings/{slug}/texts/{channel}', { params: { path }, body: { version: 2, corrections: [{ do: 'join', segments: [1, 3] }] } });
    expect(impossible.error).toMatchObject({ status: 422, code: 'correction_invalid' });
    const { data: history } = await right!.GET('/meetings/{slug}/texts/{channel}/history', { params: { path } });
    expect(history?.changes.map(({ number, deed, by }) => [number, deed, by])).toEqual([[2, 'correct', 'token secretariat'], [1, 'create', 'local operator']]);

    await openfloor.must('token', 'revoke', 'secretariat');
    expect((await right!.GET('/meetings/{slug}/texts/{channel}/history', { params: { path } })).error).toMatchObject({ status: 401 });
  });

  it('is corrected on the command line, stays so when it comes in anew, and goes back', async () => {
    await text('correct', 'council', 'fr', '1', '--split', 'Bonjour');
    await text('correct', 'council', 'fr', '3', '--start', '0:06.250');
    const refused = await openfloor.command('text', 'correct', 'council', 'fr', '9', '--remove');
    expect([refused.code, refused.lines.at(-1)?.['message']]).toEqual([1, 'There is no segment 9.']);
    const shown = async () => ((await text('show', 'council', 'fr'))['segments'] as { id: number; startMs: number; text: string }[]).map(({ id, startMs, text: said }) => [id, startMs, said]);
    const corrected = [[1, 0, 'Bonjour'], [4, 900, 'à tous.'], [2, 2000, 'La séance est ouverte.'], [3, 6250, 'Merci.']];
    expect(await shown()).toEqual(corrected);
    await writeFile(join(folder, 'fr.json'), JSON.stringify({ segments: [...MACHINE.segments.slice(0, 2).map((one) => ({ ...one, start: one.start + 0.1, end: one.end + 0.1 })), { start: 6.4, end: 7, text: 'Merci beaucoup.' }] }));
    const { lines } = await openfloor.command('publish', folder, '--replace', '--wait');
    expect(lines.find(({ event }) => event === 'words')).toMatchObject({ channel: 'fr', kept: 4, damage: [] });
    expect(await shown()).toEqual([[1, 100, 'Bonjour'], [4, 1000, 'à tous.'], [2, 2100, 'La séance est ouverte.'], [3, 6250, 'Merci beaucoup.']]);
    await text('undo', 'council', 'fr');
    expect(await shown()).toEqual(corrected);
  });

  it('goes into the meeting folder with its history, and comes back elsewhere as it was', async () => {
    const exported = join(openfloor.folder, 'exported');
    await openfloor.must('export', 'council', exported);
    const elsewhere = settingsFor(join(openfloor.folder, 'elsewhere'));
    expect((await command(elsewhere, 'publish', exported, '--wait')).code).toBe(0);
    const again = join(openfloor.folder, 'again');
    expect((await command(elsewhere, 'export', 'council', again)).code).toBe(0);
    for (const name of ['meeting.yaml', 'words/fr.transcript.fr.jsonl', 'words/fr.transcript.fr.history.json']) {
      expect(await readFile(join(again, name), 'utf8')).toBe(await readFile(join(exported, name), 'utf8'));
    }
    expect(await readFile(join(again, 'fr.json'), 'utf8')).toBe(await readFile(join(folder, 'fr.json'), 'utf8'));
    const file = await fetch(new URL('/api/v1/meetings/council/texts/fr?format=docx', openfloor.url));
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });

  it('tells on publishing what a file had wrong, where, and what to do', async () => {
    const broken = join(openfloor.folder, 'broken');
    await mkdir(broken);
    await makeTestMeeting({ file: join(broken, 'council.mka'), durationSeconds: 2, channels: [{ id: 'floor', language: 'mul' }, { id: 'fr', language: 'fr' }] });
    await writeFile(join(broken, 'meeting.yaml'), YAML.replace('slug: council', 'slug: broken').replace('file: fr.json, status: machine', 'file: fr.vtt'));
    await writeFile(join(broken, 'fr.vtt'), BROKEN);
    const { code, lines } = await openfloor.command('publish', broken);
    expect(code).toBe(0);
    expect(lines.find(({ event }) => event === 'words')).toMatchObject({ file: 'fr.vtt', damage: [expect.stringMatching(/^line \d+ /)] });
  });
});
