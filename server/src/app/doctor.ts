import { basename, join } from 'node:path';
import { localOperator } from '#access/index.ts';
import { describeModel, engineVersion } from '#recognition/index.ts';
import { messageOf } from '#platform/errors/index.ts';
import { formatBytes } from '#platform/i18n/index.ts';
import { migrationLevel } from '#platform/db/index.ts';
import type { Tool } from '#platform/process/index.ts';
import { MIGRATIONS } from '../../migrations/index.ts';
import type { Container } from './container.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'warning' | 'fault';
  /** What was found, and what to do about it where something is wrong. */
  readonly detail: string;
}

const LITTLE_SPACE = 10e9;

/** Looks at everything that can stop Openfloor from working. Never throws: what can't be looked at is a fault. */
export async function examine(container: Container): Promise<Finding[]> {
  return Promise.all([
    look('Node.js', async () => ({ state: 'ok', detail: process.version })),
    tool(container, 'ffmpeg'),
    tool(container, 'ffprobe'),
    look('database', async () => {
      const level = await migrationLevel(container.database);
      const missing = Object.keys(MIGRATIONS).filter((name) => !level.includes(name));
      return missing.length === 0 ? { state: 'ok', detail: `answers; schema at ${level.at(-1) ?? 'nothing'}` } : { state: 'fault', detail: `steps are missing: ${missing.join(', ')}. Start the server once.` };
    }),
    look('disk space', async () => {
      const { freeBytes } = await container.blobs.free();
      const detail = `${formatBytes(freeBytes)} free for ${container.config.dataFolder}`;
      return { state: freeBytes < LITTLE_SPACE ? 'warning' : 'ok', detail };
    }),
    look('recognition', () => recognitionFinding(container)),
    look('search', async () => {
      const { indexed, missing } = await container.indexing.state(localOperator());
      return missing === 0 ? { state: 'ok', detail: `${indexed} meetings can be searched` } : { state: 'warning', detail: `${missing} of ${indexed + missing} public meetings can't be found yet; if that stays so: openfloor reindex` };
    }),
    look('lag', async () => {
      const waiting = await container.lags.waiting(localOperator());
      return { state: 'ok', detail: waiting === 0 ? 'every published meeting with interpretation is measured' : `${waiting} published meetings wait to be measured; the worker does that by itself, from its start on` };
    }),
    look('mail', async () => {
      const { config: { dataFolder }, mailer } = container;
      if (!mailer.delivers) return { state: 'ok', detail: `no mail server is set; mails are written to ${join(dataFolder, 'mail')} (docs/operate/mail.md)` };
      await mailer.check();
      return { state: 'ok', detail: 'the mail server answers' };
    }),
    look('jobs', async () => {
      const states = await container.queue.states({});
      const failed = states.filter((one) => one.state === 'failed');
      const held = states.filter((one) => one.state === 'held');
      if (held.length > 0) return { state: 'warning', detail: `${held.length} wait for something: ${held[0]?.error?.message ?? ''}` };
      return failed.length > 0
        ? { state: 'warning', detail: `${failed.length} failed lately; the last: ${failed[0]?.error?.message ?? ''}` }
        : { state: 'ok', detail: `${states.filter((one) => one.state === 'waiting' || one.state === 'running').length} to do` };
    }),
  ]);
}

/** Without a model all else works, so that is no fault. */
async function recognitionFinding({ config, recognition }: Container): Promise<Omit<Finding, 'what'>> {
  if (config.recognitionModels === undefined) return { state: 'ok', detail: 'no models are set up; nothing is recognised (docs/operate/recognition.md)' };
  const engine = engineVersion();
  if (engine === null) return { state: 'fault', detail: `the engine (the npm package sherpa-onnx-node) is not installed, or has no build for ${process.platform} on ${process.arch}` };
  const { models, unusable, speechFinder } = await recognition.shelf();
  const told = models.map((model) => `${model.name} (${describeModel(model)})`);
  const wrong = unusable.map(({ name, problem }) => `${name} ${problem}.`);
  const speech = `speech is found by ${speechFinder === null ? 'its loudness' : basename(speechFinder)}`;
  if (models.length === 0 && wrong.length === 0) return { state: 'fault', detail: `there is no model in ${config.recognitionModels}` };
  return { state: wrong.length > 0 || models.some(({ languages }) => languages === null) ? 'warning' : 'ok', detail: [`sherpa-onnx ${engine}; ${[...told, speech].join('; ')}`, ...wrong].join('. ').replace(/\.\.$/, '.') };
}

const tool = (container: Container, name: Tool): Promise<Finding> =>
  look(name, async () => {
    const found = await container.tools.find(name);
    return { state: 'ok', detail: `${found.version} (${found.path})` };
  });

async function look(what: string, at: () => Promise<Omit<Finding, 'what'>>): Promise<Finding> {
  try {
    return { what, ...(await at()) };
  } catch (error) {
    return { what, state: 'fault', detail: messageOf(error) };
  }
}
