import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { judgePlaylists, readPlaylistSet, type FragmentIndex } from '@openfloor/media';
import { describe, expect, it } from 'vitest';
import { makeTestMeeting } from '../../../fixtures/meeting/index.ts';
import { indexFile } from './packaging/fragment-file.ts';
import { multivariantOf } from './packaging/multivariant.ts';
import type { Rendition } from './recordings.domain.ts';
import { openTestRecordings } from './testing.ts';

const CHANNELS = [{ id: 'floor', language: 'mul' }, { id: 'ar', language: 'ar' }, { id: 'fr', language: 'fr' }];

type House = Awaited<ReturnType<typeof openTestRecordings>>;

/** Everything in which a published meeting's playlists break a rule. */
async function judge(house: House, meetingId: string, renditions: readonly Rendition[]) {
  const meeting = await house.meetings.get(house.operator, meetingId);
  const texts = new Map<string, string>();
  const indexes = new Map<string, FragmentIndex>();
  for (const rendition of renditions) {
    for (const key of [rendition.playlist, rendition.iframes].filter((one) => one !== null)) {
      texts.set(key.split('/').slice(2).join('/'), await readFile(house.blobs.localPath(key), 'utf8'));
    }
    for (const key of rendition.files) indexes.set(key.split('/').at(-1) ?? '', await indexFile(house.blobs.localPath(key)));
  }
  const master = multivariantOf(meeting.channels, renditions, meeting.title);
  return { problems: judgePlaylists(readPlaylistSet(master, (uri) => texts.get(uri), indexes)), master };
}

describe('the playlists of a published meeting', () => {
  it('hold to RFC 8216bis and to Apple\'s authoring rules, copied picture and all', async () => {
    await using house = await openTestRecordings();
    const { file } = await makeTestMeeting({ file: join(house.folder, 'm.mkv'), durationSeconds: 26, channels: CHANNELS, picture: { width: 1280, height: 720 } });
    const { meetingId, renditions } = await house.publish({ path: file, file: { title: 'Rules', starts: '2026-03-12T10:00:00Z' } });
    const { problems, master } = await judge(house, meetingId, renditions);
    expect(problems.filter((one) => one.level === 'must')).toEqual([]);
    expect(problems.filter((one) => one.level === 'should')).toEqual([]);
    expect(master).toContain('LANGUAGE="mul"');
    expect(master.match(/GROUP-ID="voice"/g)?.length).toBe(3);
  });

  it('list sound alone for a meeting without picture', async () => {
    await using house = await openTestRecordings();
    const { file } = await makeTestMeeting({ file: join(house.folder, 'm.m4a'), durationSeconds: 14, channels: CHANNELS, picture: false });
    const { meetingId, media, renditions } = await house.publish({ path: file, file: { title: 'Sound', channels: ['floor', 'ar', 'fr'] } });
    const { problems, master } = await judge(house, meetingId, renditions);
    expect(media).toMatchObject({ hasPicture: false, poster: null, state: 'complete' });
    expect(problems.filter((one) => one.level === 'must')).toEqual([]);
    expect(master).not.toContain('RESOLUTION');
    expect(master.match(/#EXT-X-STREAM-INF/g)?.length).toBe(2);
  });
});
