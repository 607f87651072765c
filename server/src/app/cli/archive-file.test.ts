import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeArchive } from './archive-file.ts';

const LINES = [
  '{"type":"archive","form":"openfloor/archive/1"}',
  '{"type":"meeting","slug":"a","title":{"zh":"会议"}}', '{"type":"text"}', '{"type":"cursor","cursor":"after a"}',
  '{"type":"meeting","slug":"b"}', '{"type":"cursor","cursor":"after b"}',
  '{"type":"gone"}', '{"type":"cursor","cursor":"after c"}', '{"type":"end"}',
];
const WHOLE = `${LINES.join('\n')}\n`;

let folder: string;
let file: string;
let asked: (string | undefined)[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-archive-'));
  file = join(folder, 'archive.jsonl');
  asked = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A server that tells what comes after a place, in pieces that end anywhere; the line goes dead after so many letters. */
const server = (letters = Infinity) => async function* read(cursor: string | undefined): AsyncGenerator<string> {
  asked.push(cursor);
  const from = LINES.findIndex((line) => line.includes(`"cursor":"${cursor ?? '-'}"`));
  const text = `${[LINES[0], ...LINES.slice(Math.max(1, from + 1))].join('\n')}\n`;
  for (let at = 0; at < text.length; at += 7) {
    if (at >= letters) throw new TypeError('terminated');
    yield text.slice(at, at + 7);
  }
};

describe('an archive in a file', () => {
  it('is written whole, and not written over', async () => {
    expect(await writeArchive(file, server())).toBe(2);
    expect(await readFile(file, 'utf8')).toBe(WHOLE);
    await expect(writeArchive(file, server())).rejects.toMatchObject({ code: 'archive_there' });
    expect(await readFile(file, 'utf8')).toBe(WHOLE);
  });

  it.each([0, 30, 70, 110, 140, 175, 210, 250])('that broke off after %i letters goes on, and is then the same', async (letters) => {
    await expect(writeArchive(file, server(letters))).rejects.toMatchObject({ code: 'archive_broke_off' });
    expect(await writeArchive(file, server())).toBe(2);
    expect(await readFile(file, 'utf8')).toBe(WHOLE);
  });

  it('asks for no more than what is missing', async () => {
    await expect(writeArchive(file, server(240))).rejects.toMatchObject({ code: 'archive_broke_off' });
    await writeArchive(file, server());
    expect(asked).toEqual([undefined, 'after b']);
  });

  it('leaves a file alone that is something else', async () => {
    await writeFile(file, 'A shopping list\n');
    await expect(writeArchive(file, server())).rejects.toMatchObject({ code: 'archive_there' });
    expect(await readFile(file, 'utf8')).toBe('A shopping list\n');
  });
});
