import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTestMeeting } from '../../../fixtures/meeting/index.ts';
import { judge } from './playlists.test-support.ts';
import { openTestRecordings } from './testing.ts';

const CHANNELS = [{ id: 'floor', language: 'mul' }, { id: 'ar', language: 'ar' }, { id: 'fr', language: 'fr' }];

describe('the playlists of a published meeting', () => {
  it('hold to RFC 8216bis and to Apple\'s authoring rules, copied picture and all', async () => {
    await using house = await openTestRecordings();
    const { file } = await makeTestMeeting({ file: join(house.folder, 'm.mkv'), durationSeconds: 26, channels: CHANNELS, picture: { width: 1280, height: 720 } });
    const { meetingId, renditions } = await house.publish({ path: file, file: { title: 'Rules', starts: '2026-03-12T10:00:00Z' } });
    const text = { kind: 'captions', channel: 'ar', language: 'ar', status: 'machine', provenance: null, segments: [{ startMs: 500, endMs: 2000, text: 'صباح الخير', words: null, speaker: null, language: null }] } as const;
    await house.database.transaction((tx) => house.words.replace(house.operator, tx, meetingId, [text, { ...text, channel: 'floor', language: 'mul', status: 'edited' }]));
    const { problems, master } = await judge(house, meetingId, renditions);
    expect(problems.filter((one) => one.level === 'must')).toEqual([]);
    expect(problems.filter((one) => one.level === 'should')).toEqual([]);
    expect(master).toContain('LANGUAGE="mul"');
    expect(master.match(/TYPE=SUBTITLES.*?NAME="[^"]*"/g)).toEqual(['TYPE=SUBTITLES,GROUP-ID="captions",NAME="Floor"', 'TYPE=SUBTITLES,GROUP-ID="captions",NAME="العربية"']);
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
