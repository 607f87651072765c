// A process that does one thing with a text and a sound and tells what it took, so that nothing else is counted.
import { open, readFile, writeFile } from 'node:fs/promises';
import type { Alignment } from '@openfloor/words';
import { alignInThread, openReferenceVoice } from '../../../server/src/alignment/index.ts';
import { memoryOf } from '../../measure/processes.ts';

/** What the process is given, as JSON in a file. */
export interface Alone {
  /** Raw sound, mono, 16 bit; null = only have the reference spoken. */
  readonly file: string | null;
  /** How often it is heard, one after the other; once unless told. */
  readonly times?: number;
  readonly sampleRate: number;
  readonly language: string;
  readonly sentences: readonly string[];
}

/** What it gives back, as JSON beside it. */
export interface AloneAnswer {
  readonly alignment: Alignment | null;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  /** Of the reference as it was spoken; 0 where that was not asked for. */
  readonly spokenSeconds: number;
}

async function* read(file: string, times: number): AsyncGenerator<Int16Array> {
  const samples = new Int16Array(1 << 16);
  for (let n = 0; n < times; n += 1) {
    await using sound = await open(file);
    for (;;) {
      const { bytesRead } = await sound.read(new Uint8Array(samples.buffer));
      if (bytesRead === 0) break;
      yield samples.subarray(0, bytesRead >> 1);
    }
  }
}

async function speakAll(sentences: readonly string[], language: string): Promise<number> {
  const voice = await openReferenceVoice();
  let seconds = 0;
  for (const sentence of sentences) {
    const { samples, sampleRate } = await voice.speak(sentence, language);
    seconds += samples.length / sampleRate;
  }
  return seconds;
}

const [task = ''] = process.argv.slice(2);
const { file, times = 1, sampleRate, language, sentences } = JSON.parse(await readFile(task, 'utf8')) as Alone;
const spokenSeconds = file === null ? await speakAll(sentences, language) : 0;
const alignment = file === null ? null : await alignInThread({ sound: read(file, times), sampleRate, language, sentences, signal: new AbortController().signal });
const { user, system } = process.cpuUsage();
const answer: AloneAnswer = { alignment, cpuSeconds: (user + system) / 1e6, peakMb: memoryOf(process.pid)?.peakMb ?? Number.NaN, spokenSeconds };
await writeFile(`${task}.answer`, JSON.stringify(answer));
