import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { localOperator } from '#access/index.ts';
import { messageOf } from '#platform/errors/index.ts';
import type { MeetingMedia } from '#recordings/index.ts';
import { makeSampleMeeting, SAMPLE_SLUG } from '../../../fixtures/sample/index.ts';
import type { Terminal } from './cli/terminal.ts';
import type { RunningServer } from './serve.ts';

// Once is enough: who removes the sample doesn't want it back. The audit log goes with every backup.
const PUBLISHED = { type: 'sample', id: SAMPLE_SLUG } as const;
const LOOK_EVERY_MS = 400;

/** What a server is to its sample. */
type Server = Pick<RunningServer, 'container' | 'url'>;

/** How a sample goes on, and how it is made: `make` writes the meeting folder. */
export interface SampleRun {
  readonly signal: AbortSignal;
  readonly make?: typeof makeSampleMeeting;
}

/**
 * Publishes the sample meeting at the first start, and ends when its files are no longer needed. What a stopped server
 * left half done is taken up again. Never throws: a failure is told in one sentence, and the next start tries again.
 */
export async function publishSample(server: Server, terminal: Terminal, run: SampleRun): Promise<void> {
  const { audit, config, database } = server.container;
  const folder = join(config.dataFolder, 'sample-meeting');
  try {
    if ((await audit.list(localOperator(), { subject: PUBLISHED, limit: 1 })).length > 0) return;
    const meetingId = await presentMeeting(server) ?? await publish(server, terminal, folder, run);
    const watchable = await until(server, meetingId, ['watchable', 'complete'], run.signal, (media) =>
      terminal.progress('sample: making it watchable', (media.progress?.percent ?? 0) / 100, null));
    // A recording that fails before it can be watched takes the meeting that came with it along.
    if (watchable === null && await presentMeeting(server) === undefined) throw new Error('its recording could not be processed');
    if (watchable !== null) tell(server, terminal);
    await until(server, meetingId, ['complete'], run.signal);
    await database.transaction((tx) => audit.record(tx, localOperator(), 'sample.publish', PUBLISHED));
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    if (run.signal.aborted) return;
    const problem = messageOf(error).split('\n')[0] ?? '';
    terminal.say(`The sample meeting could not be published: ${problem.replace(/\.$/, '')}. Everything else works; the next start tries again.`);
    terminal.emit({ event: 'sample-failed', message: problem });
  }
}

async function presentMeeting({ container: { meetings } }: Server): Promise<string | undefined> {
  const present = await meetings.resolveSlug(SAMPLE_SLUG);
  return present === null ? undefined : (await meetings.get(localOperator(), present.slug)).id;
}

async function publish(server: Server, terminal: Terminal, folder: string, { signal, make = makeSampleMeeting }: SampleRun): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  terminal.say('Making a sample meeting, once: a council in six languages ...');
  try {
    await make({ folder, signal, onProgress: (done, step) => terminal.progress(`sample: ${step}`, done, null) });
    return (await server.container.recordings.publish(localOperator(), { path: folder })).meetingId;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Waits for a state of the recording; null when it is gone. Throws when the server stops before. */
async function until(
  server: Server, meetingId: string, states: readonly MeetingMedia['state'][], signal: AbortSignal, onLook: (media: MeetingMedia) => void = () => undefined,
): Promise<MeetingMedia | null> {
  for (;;) {
    signal.throwIfAborted();
    const media = await server.container.recordings.mediaOf(meetingId);
    if (media === null || states.includes(media.state)) return media;
    onLook(media);
    await setTimeout(LOOK_EVERY_MS, undefined, { signal });
  }
}

function tell({ container: { config }, url: atHome }: Server, terminal: Terminal): void {
  const url = `${config.publicUrl ?? atHome}/meetings/${SAMPLE_SLUG}`;
  terminal.say(`The sample meeting can be watched: ${url}`);
  terminal.emit({ event: 'sample-published', slug: SAMPLE_SLUG, url });
}
