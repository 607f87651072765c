import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { LoadInput, LoadOutput, LoadTask } from './load.worker.ts';

/** What was written. */
export interface Written {
  readonly texts: number;
  readonly words: number;
}

/** Threads that make rows and write them, each over a connection of its own. */
export class LoadThreads implements AsyncDisposable {
  readonly #threads: readonly LoadThread[];

  constructor(task: LoadTask, count: number = Math.max(1, Math.min(8, availableParallelism()))) {
    this.#threads = Array.from({ length: count }, () => new LoadThread(task));
  }

  /** Gives a batch to the thread that has least to do, when one has room; throws what a thread failed by. */
  async write(batch: Exclude<LoadInput, null>): Promise<void> {
    for (;;) {
      const [idlest] = this.#threads.toSorted((a, b) => a.waiting - b.waiting);
      if (idlest && idlest.waiting < MOST_WAITING) {
        idlest.give(batch);
        return;
      }
      await Promise.race(this.#threads.map((thread) => thread.news()));
    }
  }

  /** Waits until everything is written. */
  async finish(): Promise<Written> {
    const written = await Promise.all(this.#threads.map((thread) => thread.finish()));
    return written.reduce((sum, { texts, words }) => ({ texts: sum.texts + texts, words: sum.words + words }), { texts: 0, words: 0 });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }
}

// One that is written, and the next that is there when it is.
const MOST_WAITING = 2;
// What is made of a batch is soon forgotten; with little room for it, it would be moved about before.
const YOUNG_MB = 64;

class LoadThread {
  readonly #worker;
  readonly #finished = Promise.withResolvers<undefined>();
  #next = Promise.withResolvers<undefined>();
  #written: Written = { texts: 0, words: 0 };
  waiting = 0;

  constructor(task: LoadTask) {
    this.#worker = new Worker(new URL('load.worker.ts', import.meta.url), { workerData: task, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    // Whoever waits learns of it; without this a failure that nobody waits for would end the process.
    this.#finished.promise.catch(() => undefined);
    this.#next.promise.catch(() => undefined);
    this.#worker.on('error', (error: unknown) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('message', (output: LoadOutput) => {
      if ('failure' in output) return this.#fail(output.failure);
      if ('done' in output) return this.#finished.resolve(undefined);
      this.#written = { texts: this.#written.texts + output.texts, words: this.#written.words + output.words };
      this.waiting -= 1;
      this.#next.resolve(undefined);
      this.#next = Promise.withResolvers();
      this.#next.promise.catch(() => undefined);
    });
  }

  give(batch: Exclude<LoadInput, null>): void {
    this.waiting += 1;
    this.#worker.postMessage(batch satisfies LoadInput);
  }

  /** Resolves when a batch is written; rejects when the thread has failed. */
  news(): Promise<undefined> {
    return Promise.race([this.#next.promise, this.#finished.promise]);
  }

  async finish(): Promise<Written> {
    this.#worker.postMessage(null satisfies LoadInput);
    await this.#finished.promise;
    return this.#written;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#finished.reject(error);
    this.#next.reject(error);
  }
}
