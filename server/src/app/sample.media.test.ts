import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localOperator, publicActor } from '#access/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { makeTestMeeting } from '../../../fixtures/meeting/index.ts';
import { SAMPLE_SLUG } from '../../../fixtures/sample/index.ts';
import { openContainer, type Container } from './container.ts';
import type { Terminal } from './cli/terminal.ts';
import { publishSample, type SampleRun } from './sample.ts';

let data: string;
let said: string[];
let container: Container;
const { signal } = new AbortController();
const terminal: Terminal = {
  json: false, say: (sentence) => { said.push(sentence); }, emit: () => undefined, progress: () => undefined, fail: (error) => { said.push(String(error)); },
};

/** Three seconds under the sample's address: what is looked at here is when it is published, not what it shows. */
const make: NonNullable<SampleRun['make']> = async ({ folder }) => {
  await mkdir(folder, { recursive: true });
  await makeTestMeeting({ file: join(folder, 'short.mka'), durationSeconds: 3, channels: [{ id: 'floor', language: 'en' }] });
  await writeFile(join(folder, 'meeting.yaml'), `schema: openfloor/meeting/1
slug: ${SAMPLE_SLUG}
title: { en: "Short" }
recording: { channels: [{ id: floor, role: floor, language: en, file: short.mka }] }
`);
  return { folder };
};
const unwanted: typeof make = () => Promise.reject(new Error('it was made again'));
const run = (how: typeof make = make): Promise<void> => publishSample({ container, url: 'http://here' }, terminal, { signal, make: how });
const start = async (): Promise<void> => {
  container = await openContainer(readConfig({ OPENFLOOR_DATA: data }), silentLog);
  await container.work();
};
const restart = async (): Promise<void> => {
  await container.close();
  await start();
};

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'openfloor-first-start-'));
  said = [];
  await start();
});
afterEach(async () => {
  await container.close();
  await rm(data, { recursive: true, force: true });
});

describe('publishSample', () => {
  it('publishes the sample once, says where it is, and leaves nothing of its making', async () => {
    await run();
    expect(said.at(-1)).toBe(`The sample meeting can be watched: http://here/meetings/${SAMPLE_SLUG}`);
    expect(await container.meetings.get(publicActor(), SAMPLE_SLUG)).toMatchObject({ state: 'published' });
    expect(await readdir(data)).not.toContain('sample-meeting');
    const before = [...said];
    await run(unwanted);
    await restart();
    await run(unwanted);
    expect(said).toEqual(before);
  });

  it('does not bring back what was removed', async () => {
    await run();
    await container.recordings.remove(localOperator(), SAMPLE_SLUG);
    said = [];
    await run(unwanted);
    expect(said).toEqual([]);
    expect(await container.meetings.resolveSlug(SAMPLE_SLUG)).toBeNull();
  });

  it('tells a failure in one sentence, goes on, and tries again at the next start', async () => {
    await run(() => Promise.reject(new Error('ffmpeg ended with code 1\nand a long story')));
    expect(said.at(-1)).toBe('The sample meeting could not be published: ffmpeg ended with code 1. Everything else works; the next start tries again.');
    expect(await readdir(data)).not.toContain('sample-meeting');
    await run();
    expect(said.at(-1)).toContain('can be watched');
  });

  it('takes up what a stopped server left half done', async () => {
    const stopping = new AbortController();
    const all = publishSample({ container, url: 'http://here' }, { ...terminal, say: (sentence) => { said.push(sentence); if (sentence.includes('can be watched')) stopping.abort(); } }, { signal: stopping.signal, make });
    await all;
    // Stopped before the end was noted: the folder may still be needed.
    expect(await readdir(data)).toContain('sample-meeting');
    await restart();
    await run(unwanted);
    expect(said.filter((sentence) => sentence.includes('could not'))).toEqual([]);
    expect(await readdir(data)).not.toContain('sample-meeting');
  });
});
