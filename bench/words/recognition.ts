import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Line } from '../../e2e/openfloor.ts';
import { writeToneFile, writeToneModel } from '../../fixtures/recogniser/index.ts';
import type { Context } from '../context.ts';
import { cpuOfTree, memoryOf, processesNaming } from '../measure/processes.ts';
import type { Figure } from '../report/figures.ts';
import { publish } from '../server/publish.ts';
import { eachLine, startCommand, startServer } from '../server/start.ts';
import { untilDone } from '../server/until.ts';
import { spokenMeeting, wordErrors, type SpokenMeeting } from './spoken-meeting.ts';

const TONES = ['▁we', '▁have', '▁peace'];
const MINUTES = 60;
const LOOK_EVERY_MS = 50;
const ENGINE = 'engine.worker';

/** What recognition takes: the way from a channel's sound to its transcript, and a model where one is set up. */
export async function recognitionFigures(context: Context): Promise<Figure[]> {
  const folder = await context.folder('recognition');
  const models = join(folder, 'models');
  await writeToneModel(join(models, 'tones'), TONES);
  await writeFile(join(models, 'tones/languages.txt'), 'en');
  const file = join(folder, 'hour.wav');
  await writeToneFile(file, Array.from({ length: MINUTES * 12 }, (_, n) => TONES.map((_token, token) => [1 + n * 5 + token, token] as const)).flat(), MINUTES * 60);
  const wiring = await run(join(folder, 'data'), models, file, ['--channels', 'en']);
  const note = `A model of tones that takes next to no time itself, on an hour of one channel: decoding, finding speech, handing it to the engine's process, keeping the words.`;
  const figures: Figure[] = [
    { what: 'recognition without the model: an hour of one channel', measured: wiring.seconds, unit: 's', note },
    { what: 'recognition without the model: CPU for that', measured: wiring.cpuSeconds, unit: 's', note },
    { what: 'recognition without the model: highest RSS of the engine', measured: wiring.engineMb, unit: 'MB', note },
    { what: 'recognition without the model: highest RSS of the server', measured: wiring.serverMb, unit: 'MB', note },
  ];
  const own = process.env['OPENFLOOR_RECOGNITION_MODELS'];
  if (own === undefined) {
    context.say('No speech model is measured: set OPENFLOOR_RECOGNITION_MODELS to the folder of yours.');
    return figures;
  }
  return [...figures, ...await ownModels(folder, own)];
}

async function ownModels(folder: string, models: string): Promise<Figure[]> {
  const spoken = await spokenMeeting(join(folder, 'spoken'));
  const { seconds, engineMb, lines, texts } = await run(join(folder, 'own'), models, spoken.folder, []);
  const done = lines.filter(({ event }) => event === 'recognised');
  const left = lines.filter(({ event }) => event === 'left-out').map((line) => word(line, 'channel'));
  const note = `Synthetic voices read the script of the sample meeting, ${Math.round(spoken.seconds / 60)} min a channel.${left.length > 0 ? ` Left out: ${left.join(', ')}.` : ''}`;
  return [
    { what: `recognition, ${done[0] ? word(done[0], 'model') : 'no model'}: times real time over ${done.length} channels`, measured: (spoken.seconds * done.length) / seconds, unit: '', note },
    { what: 'recognition: highest RSS of the engine', measured: engineMb, unit: 'MB', note },
    ...done.map((line): Figure => {
      const channel = word(line, 'channel') as keyof SpokenMeeting['texts'];
      return { what: `recognition, ${channel}, ${word(line, 'model')}: words wrong`, measured: wordErrors(spoken.texts[channel], texts.get(channel) ?? ''), unit: '', note };
    }),
  ];
}

interface Ran {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly engineMb: number;
  readonly serverMb: number;
  readonly lines: readonly Line[];
  /** What was recognised, by channel. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What a line says under a name; nothing where it says none. */
const word = (line: Line, name: string): string => (typeof line[name] === 'string' ? line[name] : '');

/** Publishes on a server of its own, has everything recognised, and looks at what that takes. */
async function run(data: string, models: string, path: string, more: readonly string[]): Promise<Ran> {
  await using server = await startServer(data, { settings: { OPENFLOOR_RECOGNITION_MODELS: models } });
  const { accepted, failure } = await publish({ data, file: path, title: 'Recognised', more });
  if (!accepted) throw new Error(`The meeting could not be published: ${failure ?? 'no reason given'}; see ${data}.log`);
  await untilDone(server.url, accepted.recordingId);
  const cpuBefore = cpuOfTree(server.pid);
  const began = performance.now();
  const child = startCommand(data, ['recognise', accepted.slug]);
  const lines: Line[] = [];
  if (child.stdout) eachLine(child.stdout, (line) => lines.push(line));
  let engineMb = 0;
  const timer = setInterval(() => { engineMb = Math.max(engineMb, ...processesNaming(ENGINE).map(({ pid }) => memoryOf(pid)?.peakMb ?? 0)); }, LOOK_EVERY_MS);
  await once(child, 'close');
  clearInterval(timer);
  const seconds = (performance.now() - began) / 1000;
  const done = lines.filter(({ event }) => event === 'recognised');
  if (done.length === 0) throw new Error(`Nothing was recognised: ${lines.map((line) => word(line, 'failure') || word(line, 'message')).filter(Boolean).join(' ')}`);
  const texts = new Map<string, string>();
  for (const channel of done.map((line) => word(line, 'channel'))) {
    const answer = await fetch(`${server.url}/api/v1/meetings/${accepted.slug}/texts/${channel}?kind=transcript&format=txt`);
    texts.set(channel, await answer.text());
  }
  return { seconds, cpuSeconds: cpuOfTree(server.pid) - cpuBefore, engineMb, serverMb: memoryOf(server.pid)?.peakMb ?? 0, lines, texts };
}
