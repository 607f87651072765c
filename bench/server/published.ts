import { publish } from './publish.ts';
import { startServer } from './start.ts';
import { untilDone } from './until.ts';

interface Published {
  readonly recordingId: string;
  readonly slug: string;
}

/** Publishes a file into a new data folder and waits until all work on it is done; no server is left running. */
export async function published(options: Pick<Parameters<typeof publish>[0], 'data' | 'file' | 'title' | 'more'>): Promise<Published> {
  await using server = await startServer(options.data);
  const { accepted, failure } = await publish(options);
  if (!accepted) throw new Error(`The meeting could not be published: ${failure ?? 'no reason given'}; see ${options.data}.log`);
  await untilDone(server.url, accepted.recordingId);
  return accepted;
}
