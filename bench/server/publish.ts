import { once } from 'node:events';
import type { Line } from '../../e2e/openfloor.ts';
import { cpuOfTree, memoryOf } from '../measure/processes.ts';
import { eachLine, startCommand } from './start.ts';

/** One `openfloor publish` from its start to its end; times in seconds since its start. */
export interface Publication {
  readonly code: number | null;
  /** Undefined when the server never took the recording. */
  readonly accepted?: { readonly recordingId: string; readonly meetingId: string; readonly slug: string; readonly seconds: number };
  /** Undefined when it never became watchable. */
  readonly watchableSeconds?: number;
  /** What the command itself took; undefined where it ended before anybody looked. */
  readonly commandCpuSeconds: number;
  readonly commandPeakMb: number;
  /** `code: sentence` of a failure. */
  readonly failure?: string;
}

interface PublishOptions {
  readonly data: string;
  readonly file: string;
  readonly title: string;
  /** Further words of the command, as `--starts` and its time. */
  readonly more?: readonly string[];
  /** Called at the `published` line, before the command has ended. */
  readonly onPublished?: () => void;
}

// Short enough to catch the command's last state, long enough to cost nothing.
const LOOK_EVERY_MS = 100;

/** Publishes a file with the command line, as a person would. */
export async function publish({ data, file, title, more = [], onPublished }: PublishOptions): Promise<Publication> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const child = startCommand(data, ['publish', file, '--title', title, ...more]);
  let told: Pick<Publication, 'accepted' | 'watchableSeconds' | 'failure'> = {};
  let [commandCpuSeconds, commandPeakMb] = [0, 0];
  const look = () => {
    commandCpuSeconds = Math.max(commandCpuSeconds, cpuOfTree(child.pid ?? 0));
    commandPeakMb = Math.max(commandPeakMb, memoryOf(child.pid ?? 0)?.peakMb ?? 0);
  };
  const hear = (line: Line) => {
    if (line.event === 'accepted') {
      const { recordingId, id, slug } = line;
      told = { ...told, accepted: { recordingId: String(recordingId), meetingId: String(id), slug: String(slug), seconds: seconds() } };
    } else if (line.event === 'published') {
      told = { ...told, watchableSeconds: seconds() };
      look();
      onPublished?.();
    } else if (line.event === 'failed') told = { ...told, failure: `${String(line['code'])}: ${String(line['message'])}` };
  };
  if (child.stdout) eachLine(child.stdout, hear);
  const timer = setInterval(look, LOOK_EVERY_MS);
  const [code] = await once(child, 'close') as [number | null];
  clearInterval(timer);
  return { code, commandCpuSeconds, commandPeakMb, ...told };
}
