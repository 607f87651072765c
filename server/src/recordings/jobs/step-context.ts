import { access, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FfmpegInput, FfmpegJob } from '@openfloor/media';
import type { LocalBlobStore, Staging } from '#platform/blobs/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { Tools } from '#platform/process/index.ts';
import { indexFile } from '../packaging/fragment-file.ts';
import type { RenditionFile } from '../packaging/renditions.ts';
import { blobFolder, type Recording, type RecordingPart, type StoredSource } from '../recordings.domain.ts';
import { syncAll, syncAlong } from './sync-along.ts';

// Work that gets nowhere for this many times the length of the recording is stuck.
const SLOWEST = 40;
const LEAST_MS = 10 * 60_000;

/** Everything a step works with. */
export class StepContext {
  readonly recording: Recording;
  readonly files: readonly StoredSource[];
  readonly tools: Tools;
  readonly blobs: LocalBlobStore;
  readonly staging: Staging;
  readonly signal: AbortSignal;
  /** Tells how far the step is, 0 to 1. */
  readonly tell: (done: number) => void;

  constructor(parts: Pick<StepContext, 'recording' | 'files' | 'tools' | 'blobs' | 'staging' | 'signal' | 'tell'>) {
    this.recording = parts.recording;
    this.files = parts.files;
    this.tools = parts.tools;
    this.blobs = parts.blobs;
    this.staging = parts.staging;
    this.signal = parts.signal;
    this.tell = parts.tell;
  }

  /** Prefix of the recording's blobs, without a slash at the end. */
  get folder(): string {
    return blobFolder(this.recording.meetingId, this.recording.id);
  }

  /** Inputs of a part, each where its file is now: kept by us, or still where it was handed in. Throws `source_gone`. */
  async inputs(part: RecordingPart): Promise<FfmpegInput[]> {
    return Promise.all(part.plan.inputs.map(async (input, n) => {
      const file = this.files.find((one) => one.name === part.names[n]);
      const path = file?.blobKey ? this.blobs.localPath(file.blobKey) : input.path;
      await access(path).catch(() => { throw new AppError('source_gone', { file: part.names[n], path }); });
      return { path, shiftSeconds: input.shiftSeconds };
    }));
  }

  /** A packaged file of this recording, as ffmpeg input. */
  packaged(name: string): FfmpegInput {
    return { path: this.blobs.localPath(`${this.folder}/${name}`), shiftSeconds: 0 };
  }

  /**
   * Runs ffmpeg. `share` is the stretch of the step's progress that this run covers.
   * @param lengthMs how long the output will be
   */
  async ffmpeg(argv: readonly string[], lengthMs: number, share: readonly [number, number], more: Partial<Parameters<Tools['run']>[0]> = {}): Promise<void> {
    const [from, to] = share;
    await this.tools.run({
      tool: 'ffmpeg', argv, signal: this.signal, timeoutMs: Math.max(LEAST_MS, lengthMs * SLOWEST),
      file: this.files.map((file) => file.name).join(', '),
      onProgress: ({ outTimeMs }) => this.tell(from + (to - from) * Math.min(1, Math.max(0, outTimeMs / lengthMs))),
      ...more,
    });
  }

  /**
   * Indexes the files that a run wrote into the staging folder. Meanwhile the disk takes them in, one after the other,
   * which is what `promote` would otherwise wait for.
   */
  async written(job: Pick<FfmpegJob, 'files'>, startMs: number, durationMs: number): Promise<Map<string, RenditionFile>> {
    const [found] = await Promise.all([
      Promise.all(job.files.map(async ({ name }) => [name, await this.#describe(join(this.staging.folder, name), name, startMs, durationMs)] as const)),
      syncAll(this.#staged(job)),
    ]);
    return new Map(found);
  }

  /** Runs jobs side by side, each to its end; what they write is on the disk soon after. */
  async runTogether(jobs: readonly FfmpegJob[], lengthMs: number, share: readonly [number, number]): Promise<void> {
    const ends = await syncAlong(jobs.flatMap((job) => this.#staged(job)), () => Promise.allSettled(jobs.map((job) => this.ffmpeg(job.argv, lengthMs, share))));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  /** Describes a file that an earlier step has made. */
  async earlier(name: string, startMs: number, durationMs: number): Promise<RenditionFile> {
    return this.#describe(this.blobs.localPath(`${this.folder}/${name}`), name, startMs, durationMs);
  }

  /** Makes files of the staging folder public under their names. */
  async promote(names: Iterable<string>): Promise<void> {
    for (const name of names) await this.blobs.promote(join(this.staging.folder, name), `${this.folder}/${name}`);
  }

  #staged(job: Pick<FfmpegJob, 'files'>): string[] {
    return job.files.map(({ name }) => join(this.staging.folder, name));
  }

  async #describe(path: string, name: string, startMs: number, durationMs: number): Promise<RenditionFile> {
    const [index, { size }] = await Promise.all([indexFile(path), stat(path)]);
    const { startsAtMs } = this.recording.sources;
    return { key: `${this.folder}/${name}`, index, bytes: size, durationMs, wallClockMs: startsAtMs === null ? null : startsAtMs + startMs };
  }
}
