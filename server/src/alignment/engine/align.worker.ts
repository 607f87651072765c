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

/** What comes to the thread: the next of the sound, or null at its end. */
export type AlignerInput = Int16Array | null;

/** What comes from it: it wants more sound, how far it is, what it found, or why it can't. */
export type AlignerOutput =
  | { readonly wants: true }
  | { readonly progress: number }
  | { readonly alignment: Alignment }
  | { readonly failure: string; readonly unreadable: boolean };

const port = parentPort;
if (port === null) throw new Error('This is a thread of the aligner.');
const tell = (output: AlignerOutput) => { port.postMessage(output); };

/** The sound as it comes: the next piece is asked for when the one before was read, so that no more than one waits. */
async function* sound(): AsyncGenerator<Int16Array> {
  for (;;) {
    const next = new Promise<AlignerInput>((resolve) => { port?.once('message', resolve); });
    tell({ wants: true });
    const piece = await next;
    if (piece === null) return;
    yield piece;
  }
}

const { sentences, language, sampleRate } = workerData as AlignerTask;
try {
  const voice = await openReferenceVoice();
  if (!voice.reads(language)) tell({ failure: language, unreadable: true });
  else tell({ alignment: await align({ sound: sound(), sampleRate, sentences, language, voice, onProgress: (progress) => tell({ progress }) }) });
} catch (error) {
  tell({ failure: error instanceof Error ? error.message : String(error), unreadable: false });
}
port.close();
