import { parentPort, workerData } from 'node:worker_threads';
import { align, type Alignment } from '@openfloor/words';
import { openReferenceVoice } from './reference-voice.ts';

/** What the thread is started with. */
export interface AlignerTask {
  readonly sentences: readonly string[];
  /** BCP 47. */
  readonly language: string;
  /** Hz of the sound that follows. */
  readonly sampleRate: number;
}

/** What the thread is started with: also where the sound is put, a bit at a time. It is shared, as hours of copies would have to be cleared away. */
export interface AlignerStart extends AlignerTask {
  readonly sound: Int16Array<SharedArrayBuffer>;
}

/** What comes to the thread: how many samples lie ready; 0 at the end. */
export type AlignerInput = number;

/** What comes from it: it wants more sound, how far it is, what it found, or why it can't. */
export type AlignerOutput =
  | { readonly wants: true }
  | { readonly progress: number }
  | { readonly alignment: Alignment }
  | { readonly failure: string; readonly unreadable: boolean };

const port = parentPort;
if (port === null) throw new Error('This is a thread of the aligner.');
const tell = (output: AlignerOutput) => { port.postMessage(output); };

const { sentences, language, sampleRate, sound } = workerData as AlignerStart;

/** The sound as it comes: the next of it is asked for when the one before was read. */
async function* pieces(): AsyncGenerator<Int16Array> {
  for (;;) {
    const next = new Promise<AlignerInput>((resolve) => { port?.once('message', resolve); });
    tell({ wants: true });
    const count = await next;
    if (count === 0) return;
    yield sound.subarray(0, count);
  }
}

try {
  const voice = await openReferenceVoice();
  if (!voice.reads(language)) tell({ failure: language, unreadable: true });
  else tell({ alignment: await align({ sound: pieces(), sampleRate, sentences, language, voice, onProgress: (progress) => tell({ progress }) }) });
} catch (error) {
  tell({ failure: error instanceof Error ? error.message : String(error), unreadable: false });
}
port.close();
