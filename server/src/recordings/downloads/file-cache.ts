import { stat, utimes } from 'node:fs/promises';
import { openLocalBlobStore, type LocalBlobStore } from '#platform/blobs/index.ts';
import { AppError } from '#platform/errors/index.ts';

export interface FileCacheOptions {
  readonly folder: string;
  /** All files together are never larger. */
  readonly maxBytes: number;
  /** How many files are made at once. */
  readonly atOnce: number;
}

/**
 * Files that can be made again, in a bounded folder: what nobody asked for longest goes first. A file appears whole or
 * not at all; several who want the same one at once wait for one making. What a killed process left is swept when it opens.
 */
export class FileCache {
  readonly store: LocalBlobStore;
  readonly #options: FileCacheOptions;
  readonly #making = new Map<string, { readonly bytes: number; readonly done: Promise<void> }>();
  #turn: Promise<unknown> = Promise.resolve();
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  private constructor(store: LocalBlobStore, options: FileCacheOptions) {
    this.store = store;
    this.#options = options;
  }

  static async open(options: FileCacheOptions): Promise<FileCache> {
    const store = await openLocalBlobStore({ folder: options.folder });
    await store.sweepStaging();
    return new FileCache(store, options);
  }

  /** All files together are never larger. */
  get maxBytes(): number {
    return this.#options.maxBytes;
  }

  /**
   * Sees to it that the file is there. `make` writes it to the path it is given, in a folder of its own; `bytes` is about
   * how large it will be. Throws `download_too_large` when it would never fit, and whatever `make` throws.
   */
  async ensure(key: string, bytes: number, make: (target: string, folder: string) => Promise<void>): Promise<void> {
    const running = this.#making.get(key);
    if (running) return running.done;
    if (await this.store.size(key) !== undefined) return this.#touch(key);
    // Somebody else may have begun while the disk was asked.
    const begun = this.#making.get(key);
    if (begun) return begun.done;
    const done = this.#make(key, bytes, make).finally(() => this.#making.delete(key));
    this.#making.set(key, { bytes, done });
    return done;
  }

  async #make(key: string, bytes: number, make: (target: string, folder: string) => Promise<void>): Promise<void> {
    if (bytes > this.#options.maxBytes) throw new AppError('download_too_large', { gigabytes: Math.ceil(bytes / 1e8) / 10 });
    await this.#begin();
    try {
      await this.#inTurn(() => this.#makeRoom());
      await using draft = await this.store.stage('download');
      const target = `${draft.folder}/made`;
      await make(target, draft.folder);
      await this.store.promote(target, key);
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #begin(): Promise<void> {
    while (this.#running >= this.#options.atOnce) await new Promise<void>((resolve) => { this.#waiting.push(resolve); });
    this.#running += 1;
  }

  // Two at once would count the same free space twice.
  #inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #makeRoom(): Promise<void> {
    const files: { readonly key: string; readonly size: number; readonly usedAt: number }[] = [];
    for await (const { key, size } of this.store.list('')) {
      const usedAt = await stat(this.store.localPath(key)).then(({ mtimeMs }) => mtimeMs, () => 0);
      files.push({ key, size, usedAt });
    }
    const coming = [...this.#making.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    let total = coming + files.reduce((sum, { size }) => sum + size, 0);
    for (const { key, size } of files.toSorted((a, b) => a.usedAt - b.usedAt)) {
      if (total <= this.#options.maxBytes) return;
      await this.store.remove(key);
      total -= size;
    }
  }

  /** Marks a file as used; that it has just gone is no harm: who asks for it next makes it again. */
  async #touch(key: string): Promise<void> {
    const now = new Date();
    await utimes(this.store.localPath(key), now, now).catch(() => undefined);
  }
}
