import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeToneFile, writeToneModel } from '../fixtures/recogniser/index.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

const WORDS = ['▁the', '▁coun', 'cil', '▁meets', '▁today', '.'];

let folder: string;
let openfloor: Openfloor;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-recognise-'));
  await writeToneModel(join(folder, 'models/tones-en'), WORDS);
  await writeFile(join(folder, 'models/tones-en/languages.txt'), 'en');
  await writeToneFile(join(folder, 'council.wav'), WORDS.map((_, n) => [1 + n * 0.4, n] as const), 5);
  openfloor = await startOpenfloor({ settings: { OPENFLOOR_RECOGNITION_MODELS: join(folder, 'models') } });
});
afterAll(async () => {
  await openfloor[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

test('an operator puts a model there, asks the doctor, and has a meeting written down', async () => {
  const { lines } = await openfloor.command('doctor');
  const told = lines.find(({ what }) => what === 'recognition');
  expect(told?.['state']).toBe('ok');
  expect(told?.['detail']).toContain('tones-en (omnilingual');

  const { slug } = await openfloor.must('publish', join(folder, 'council.wav'), '--title', 'Council', '--channels', 'en', '--wait');
  const done = await openfloor.must('recognise', String(slug));
  expect(done).toMatchObject({ event: 'recognised', channel: 'en', state: 'done', model: 'tones-en' });

  const page = await (await fetch(`${openfloor.url}/en/meetings/${String(slug)}`)).text();
  expect(page).toContain('the council meets today.');
  const text = await (await fetch(`${openfloor.url}/api/v1/meetings/${String(slug)}/texts/en?format=vtt`)).text();
  expect(text).toContain('the council meets today.');
});

test('what can’t be done is said in a sentence', async () => {
  const { slug } = await openfloor.must('publish', join(folder, 'council.wav'), '--title', 'Conseil', '--channels', 'fr', '--wait');
  const { code, lines } = await openfloor.command('recognise', String(slug));
  expect(code).toBe(1);
  expect(lines.at(-1)).toMatchObject({ event: 'failed', code: 'recognition_language', message: 'The channel fr can’t be recognised: no model does French (tones-en does English).' });
});
