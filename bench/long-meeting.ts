import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeLongMeeting, SEVEN_CHANNELS, type TestMeeting } from '../fixtures/meeting/index.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));
/** What the benches of the copy path publish: 720p at 1.5 Mbit/s and seven channels of AAC at 64 kbit/s, as OBS writes it. */
const SHAPE = { channels: SEVEN_CHANNELS, audioKilobits: 64, picture: { width: 1280, height: 720, gopSeconds: 2, kilobits: 1500 } } as const;

/** The long meeting, from the cache where it was made before by the same fixtures with the same words. */
export async function longMeeting(cache: string, hours: number, say: (line: string) => void): Promise<TestMeeting> {
  const hash = createHash('sha256').update(JSON.stringify([SHAPE, hours])).update(await fixturesText()).digest('hex').slice(0, 16);
  const prefix = `meeting-${hours}h-`;
  const file = join(cache, `${prefix}${hash}.mkv`);
  const note = `${file}.json`;
  const known = await readNote(note, file);
  if (known) return known;
  await mkdir(cache, { recursive: true });
  // What older fixtures made of this length is of no use any more.
  for (const name of await readdir(cache)) if (name.startsWith(prefix)) await rm(join(cache, name), { force: true });
  say(`making a meeting of ${hours} h`);
  const made = await makeLongMeeting({ file, hours, ...SHAPE });
  await writeFile(`${note}.new`, JSON.stringify({ bytes: (await stat(file)).size, made }));
  await rename(`${note}.new`, note);
  return made;
}

/** Everything that decides what the fixtures make. */
async function fixturesText(): Promise<string> {
  const texts: string[] = [];
  for (const folder of ['meeting', 'sound']) {
    const names = (await readdir(join(FIXTURES, folder))).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).toSorted();
    for (const name of names) texts.push(await readFile(join(FIXTURES, folder, name), 'utf8'));
  }
  return texts.join('\n');
}

/** The truth of a meeting that lies whole in the cache. */
async function readNote(note: string, file: string): Promise<TestMeeting | undefined> {
  try {
    const { bytes, made } = JSON.parse(await readFile(note, 'utf8')) as { bytes: number; made: TestMeeting };
    return (await stat(file)).size === bytes ? { ...made, file } : undefined;
  } catch {
    return undefined;
  }
}
