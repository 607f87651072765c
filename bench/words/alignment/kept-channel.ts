import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RESULTS } from '../../context.ts';
import { makeChannel, type Channel, type ChannelWanted } from './channel.ts';

// Of `makeChannel` and of what parts its texts: what was made otherwise is not taken for what is made now.
const VERSION = 3;

/** A channel of the measured set, made or from the cache. */
export async function keptChannel(wanted: Omit<ChannelWanted, 'file'>, say: (line: string) => void): Promise<Channel> {
  const folder = join(RESULTS, 'cache', 'words');
  await mkdir(folder, { recursive: true });
  const name = join(folder, `${wanted.set}-${wanted.language}-${wanted.minutes}-${VERSION}`);
  if (!existsSync(`${name}.json`)) {
    say(`making a channel in ${wanted.language} of ${wanted.minutes} minutes`);
    await writeFile(`${name}.json`, JSON.stringify(await makeChannel({ ...wanted, file: `${name}.raw` })));
  }
  return JSON.parse(await readFile(`${name}.json`, 'utf8')) as Channel;
}
