import { createHash } from 'node:crypto';
import { open, writeFile } from 'node:fs/promises';
import { captionsTrack, layOutMovie, type MovieLayout, type MovieTrack } from '@openfloor/media';
import type { LocalBlobStore } from '#platform/blobs/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { Tools } from '#platform/process/index.ts';
import type { FileCache } from '../downloads/file-cache.ts';
import { threeLetters } from '#platform/i18n/index.ts';
import type { Recordings } from '../recordings.service.ts';
import { bytesOfClip, identityOfClip, LONGEST_CLIP_MS, stretchesOf, tracksFor, type ClipFileRequest, type Stretch } from './clip-file.domain.ts';
import { ClipSource } from './clip-source.ts';
import { clipSubtitles } from './clip-subtitles.domain.ts';
import { pictureTrack } from './cut-picture.ts';
import { soundTrack } from './cut-sound.ts';

export interface ClipFilesDeps {
  readonly recordings: Pick<Recordings, 'copyable' | 'timelineOf'>;
  readonly blobs: LocalBlobStore;
  readonly cache: FileCache;
  readonly tools: Tools;
}

/** How making a file may be watched and ended. */
export interface ClipFileWatch {
  readonly signal?: AbortSignal;
  /** 0 to 1. */
  readonly tell?: (done: number) => void;
}

/** A file of a clip: `key` names it in the cache. */
export interface ClipFile {
  readonly key: string;
  readonly bytes: number;
  readonly type: 'video/mp4' | 'audio/mp4';
}

/** Encoding is stopped when it takes so many times the length of the clip. */
const SLOWEST = 8;
const LEAST_MS = 60_000;
const COPY_BYTES = 4 << 20;

/** Files of stretches of meetings, cut out of the renditions: copied but for the first frames of the picture. */
export class ClipFiles {
  readonly #deps;

  constructor(deps: ClipFilesDeps) {
    this.#deps = deps;
  }

  /**
   * Which file a clip would be, and whether it is made. The same request gives the same file for as long as the recording is the
   * same. Throws `not_found` for what the meeting doesn't have, `clip_range` for a stretch outside it or longer than ten minutes.
   */
  async find(meetingId: string, request: ClipFileRequest): Promise<ClipFile & { readonly made: boolean }> {
    const { file } = await this.#plan(meetingId, request);
    return { ...file, made: await this.#deps.cache.store.size(file.key) !== undefined };
  }

  /** Makes the file, or finds it made. Throws as `find`, and `media_failed`, `disk_full`, `download_too_large`. */
  async make(meetingId: string, request: ClipFileRequest, watch: ClipFileWatch = {}): Promise<ClipFile> {
    const { file, cut } = await this.#plan(meetingId, request);
    await this.#deps.cache.ensure(file.key, file.bytes, (target, folder) => cut(target, folder, watch));
    return file;
  }

  async #plan(meetingId: string, request: ClipFileRequest) {
    const { startMs, endMs, form } = request;
    const { recordings } = this.#deps;
    const [{ renditions }, { parts }] = await Promise.all([recordings.copyable(meetingId), recordings.timelineOf(meetingId)]);
    const stretches = stretchesOf(parts, startMs, endMs);
    if (stretches.length === 0 || endMs - startMs > LONGEST_CLIP_MS) throw new AppError('clip_range', { minutes: LONGEST_CLIP_MS / 60_000 });
    const tracks = tracksFor(request, renditions);
    const file: ClipFile = { key: `${meetingId}/clip-${createHash('sha256').update(identityOfClip(request, tracks)).digest('hex').slice(0, 32)}.${form}`, bytes: bytesOfClip(tracks, endMs - startMs), type: form === 'm4a' || tracks.picture === null ? 'audio/mp4' : 'video/mp4' };
    return { file, cut: (target: string, folder: string, watch: ClipFileWatch) => this.#cut({ request, stretches, tracks, target, folder, watch }) };
  }

  async #cut({ request, stretches, tracks, target, folder, watch }: {
    readonly request: ClipFileRequest; readonly stretches: readonly Stretch[]; readonly tracks: ReturnType<typeof tracksFor>;
    readonly target: string; readonly folder: string; readonly watch: ClipFileWatch;
  }): Promise<void> {
    await using stack = new AsyncDisposableStack();
    const opened = async (files: readonly string[]): Promise<readonly ClipSource[]> => Promise.all(stretches.map(async ({ part }) => {
      const source = await ClipSource.open(this.#deps.blobs.localPath(files[part] ?? ''));
      return stack.use(source);
    }));
    const sounds = await opened(tracks.sound.files);
    const pictures = tracks.picture ? await opened(tracks.picture.files) : [];
    const paths = [...sounds, ...pictures].map(({ path }) => path);
    const lengthMs = stretches.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
    const burnt = request.burnt && pictures.length > 0 && request.captions.length > 0;
    if (burnt) await writeFile(`${folder}/captions.ass`, clipSubtitles(request.captions));
    const [sound, picture] = await Promise.all([
      soundTrack(sounds, stretches, { language: [threeLetters(request.language), request.language], name: request.channelName }),
      pictures.length === 0 ? null : pictureTrack(pictures, sounds.length, stretches, {
        tools: this.#deps.tools, folder, subtitles: burnt ? 'captions.ass' : null, timeoutMs: Math.max(LEAST_MS, lengthMs * SLOWEST),
        signal: watch.signal, tell: watch.tell ?? (() => undefined), addSource: (path) => paths.push(path) - 1,
      }),
    ]);
    const media: readonly MovieTrack[] = [...(picture ? [picture] : []), sound];
    const { width, height } = picture ?? { width: 1280, height: 720 };
    const texts = burnt ? [] : await Promise.all(request.captions.map(async ({ language: tag, name, cues }, n) => {
      const source = paths.push(`${folder}/captions-${n}`) - 1;
      const { track, bytes } = captionsTrack(cues, lengthMs, { language: [threeLetters(tag), tag], name, width, height, source, enabled: n === 0 });
      await writeFile(`${folder}/captions-${n}`, bytes);
      return track;
    }));
    await writeMovie(layOutMovie([...media, ...texts], lengthMs, request.title), paths, target);
  }
}

async function writeMovie({ head, spans }: MovieLayout, paths: readonly string[], target: string): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const out = stack.use(await open(target, 'w'));
  const files = new Map(await Promise.all([...new Set(spans.map(({ source }) => source))].map(async (source) => [source, stack.use(await open(paths[source] ?? '', 'r'))] as const)));
  await out.write(head);
  const buffer = new Uint8Array(COPY_BYTES);
  for (const { source, offset, length } of spans) {
    for (let at = 0; at < length; at += COPY_BYTES) {
      const { bytesRead } = await files.get(source)?.read(buffer, 0, Math.min(COPY_BYTES, length - at), offset + at) ?? { bytesRead: 0 };
      await out.write(buffer, 0, bytesRead);
    }
  }
}
