import { expect, it } from 'vitest';
import { meetingJsonSchema } from './meeting.schema.ts';

it('is shipped as it is; `npx vitest run json-schema -u` writes it anew', async () => {
  await expect(`${JSON.stringify(meetingJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('./meeting.schema.json');
});

it('describes each key that a meeting may have', () => {
  expect(Object.keys((meetingJsonSchema() as { properties: object }).properties)).toEqual([
    'schema', 'slug', 'formerSlugs', 'title', 'description', 'body', 'series', 'format', 'starts', 'ends', 'published', 'timezone', 'symbol',
    'floorLanguages', 'categories', 'topics', 'documents', 'agenda', 'interventions', 'rights', 'recording', 'words', 'clips',
  ]);
});
