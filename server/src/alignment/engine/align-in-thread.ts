import { Worker } from 'node:worker_threads';
import type { Alignment } from '@openfloor/words';
import { AppError } from '#platform/errors/index.ts';
import type { AlignerInput, AlignerOutput, AlignerStart, AlignerTask } from './align.worker.ts';

/** What is laid along what. */
export interface ToAlignInThread extends AlignerTask {
  /** Mono, 16 bit, from the channel's beginning on; read no faster than it is needed, and not looked at again when the next piece is asked for. */
  readonly sound: AsyncIterable<Int16Array>;
  readonly signal: AbortSignal;
  /** 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

// The synthesiser leaves much behind that is soon forgotten; more room for it only takes memory from others.
const YOUNG_MB = 8;
// Samples that are handed over at once: some seconds.
const AT_ONCE = 1 << 16;

/**
 * Aligns in a thread of its own, as it keeps one busy for minutes. The thread and its memory go when it has answered, when it is told to stop and
 * when the sound fails. Throws `text_language` where no voice reads the language, and what the sound throws.
 */
export async function alignInThread({ sound, signal, onProgress, ...task }: ToAlignInThread): Promise<Alignment> {
  signal.throwIfAborted();
  const shared = new Int16Array(new SharedArrayBuffer(AT_ONCE * Int16Array.BYTES_PER_ELEMENT));
  const worker = new Worker(new URL('align.worker.ts', import.meta.url), {
    workerData: { ...task, sound: shared } satisfies AlignerStart, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const pieces = sound[Symbol.asyncIterator]();
  let left: Int16Array = new Int16Array(0);
  const give = async (): Promise<void> => {
    while (left.length === 0) {
      const next = await pieces.next();
      if (next.done === true) break;
      left = next.value;
    }
    const piece = left.subarray(0, AT_ONCE);
    left = left.subarray(piece.length);
    shared.set(piece);
    worker.postMessage(piece.length satisfies AlignerInput);
  };
  try {
    return await new Promise<Alignment>((resolve, reject) => {
      signal.addEventListener('abort', () => { reject(signal.reason as Error); }, { once: true });
      worker.on('error', reject);
      worker.on('exit', () => { reject(new Error('The thread of the aligner ended.')); });
      worker.on('message', (output: AlignerOutput) => {
        if ('wants' in output) give().catch(reject);
        else if ('progress' in output) onProgress?.(output.progress);
        else if ('alignment' in output) resolve(output.alignment);
        else reject(output.unreadable ? new AppError('text_language', { language: output.failure }) : new Error(output.failure));
      });
    });
  } finally {
    await worker.terminate();
    await pieces.return?.();
  }
}
