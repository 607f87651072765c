import { expect, it } from 'vitest';
import { folderOf } from '../testing/sample-folder.ts';
import { requireWithinDuration } from './rules.domain.ts';

const folder = folderOf(`schema: openfloor/meeting/1
title: { en: T }
agenda: [ { title: { en: A }, start: 70 }, { title: { en: B } } ]
interventions:
  - { speaker: { en: A }, language: en, start: 10, end: 60.9 }
  - { speaker: { en: B }, language: en, start: 20, end: 61.5 }
`);

it('holds agenda and interventions to the length of the recording', () => {
  expect(() => requireWithinDuration(folder, 70_000)).not.toThrow();
  expect(() => requireWithinDuration(folder, 60_000)).toThrow(expect.objectContaining({
    code: 'folder_invalid',
    message: 'The meeting folder is not right: meeting.yaml: agenda[0].start is 70 s, but the recording ends at 60 s; '
      + 'interventions[1].end is 61.5 s, but the recording ends at 60 s.',
  }));
});
