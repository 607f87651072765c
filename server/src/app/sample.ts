import { join } from 'node:path';
import { localOperator } from '#access/index.ts';
import { makeSampleMeeting, SAMPLE_SLUG } from '../../../fixtures/sample/index.ts';
import type { Terminal } from './cli/terminal.ts';
import type { RunningServer } from './serve.ts';

/** Publishes the sample meeting unless it is (or was) there; a failure is told and the server goes on. */
export async function publishSample({ container }: RunningServer, terminal: Terminal): Promise<void> {
  const { config, meetings, recordings } = container;
  if (await meetings.resolveSlug(SAMPLE_SLUG)) return;
  try {
    terminal.say('Making the sample meeting: a council in six languages, about a minute ...');
    const { folder } = await makeSampleMeeting({
      folder: join(config.dataFolder, 'sample-meeting'), onProgress: (done, step) => terminal.progress(step, done, null),
    });
    const { slug } = await recordings.publish(localOperator(), { path: folder });
    terminal.say(`The sample meeting is being published: /meetings/${slug}`);
  } catch (error) {
    terminal.fail(error);
  }
}
