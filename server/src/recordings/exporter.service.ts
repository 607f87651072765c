import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '#access/index.ts';
import { FOLDER_FILE, writeMeetingYaml, type FolderWords, type Meetings } from '#meetings/index.ts';
import type { LocalBlobStore } from '#platform/blobs/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { Words } from '#words/index.ts';
import type { FolderClips } from './recordings.service.ts';
import type { RecordingStore } from './recording-store.ports.ts';
import type { StoredSource } from './recordings.domain.ts';

/** Writes meetings as meeting folders, with everything they came with. */
export class Exporter {
  readonly #deps;

  constructor(deps: { readonly store: RecordingStore; readonly meetings: Meetings; readonly blobs: LocalBlobStore; readonly words: Pick<Words, 'of' | 'toFolder'>; readonly clips?: Pick<FolderClips, 'toFolder'> }) {
    this.#deps = deps;
  }

  /**
   * Writes a meeting into a new folder: `meeting.yaml`, the media as they were handed in, the files of its words, and its clips.
   * Throws `not_empty` when something is there already and `source_gone` when a source wasn't kept and isn't where it was;
   * then the folder isn't made.
   */
  async toFolder(actor: Actor, slugOrId: string, target: string): Promise<{ readonly folder: string; readonly files: number }> {
    const folder = await this.#deps.meetings.toFolder(actor, slugOrId);
    const { id } = await this.#deps.meetings.get(actor, slugOrId);
    if ((await readdir(target).catch(() => [])).length > 0) throw new AppError('not_empty', { what: `The folder ${target}` });
    const { store, words } = this.#deps;
    const [recording] = await store.ofMeetings([id]);
    const handedIn = recording?.sources.folder.words ?? [];
    const there = await words.of(id);
    const became = (one: FolderWords): boolean => there.some(({ kind, channel, language }) => kind === one.kind && language === one.language && (kind === 'record' || channel === one.channel));
    const files = recording ? withoutMade(await store.files(recording.id), handedIn.filter(became)) : [];
    const texts = await words.toFolder(actor, id, unused('words', files));
    const listed = [...texts.map(({ entry }) => withOriginal(entry, handedIn)), ...handedIn.filter((one) => !became(one)).map(({ history: _history, ...one }) => one)];
    const clips = await this.#deps.clips?.toFolder(actor, id) ?? null;
    const clipsFile = unused('clips', files, '.json');
    const partial = `${target}.partial`;
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true });
    try {
      for (const file of files) await this.#write(file, join(partial, file.name));
      const written = [...texts.flatMap((text) => [...text.files]), ...(clips === null ? [] : [[clipsFile, clips] as const])];
      for (const [name, content] of written) {
        await mkdir(dirname(join(partial, name)), { recursive: true });
        await writeFile(join(partial, name), content);
      }
      await writeFile(join(partial, FOLDER_FILE), writeMeetingYaml({ ...folder, ...recording?.sources.folder, words: listed, ...(clips !== null && { clips: clipsFile }) }));
      await rm(target, { recursive: true, force: true });
      await rename(partial, target);
    } catch (error) {
      await rm(partial, { recursive: true, force: true });
      throw error;
    }
    return { folder: target, files: files.length + texts.reduce((sum, text) => sum + text.files.size, 0) + (clips === null ? 1 : 2) };
  }

  async #write(file: StoredSource, path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    if (file.blobKey !== null) return pipeline((await this.#deps.blobs.open(file.blobKey)).stream, createWriteStream(path));
    await copyFile(file.path, path).catch(() => { throw new AppError('source_gone', { file: file.name, path: file.path }); });
  }
}

/** The file of a text as people handed it in; undefined where it came from an export that had none. */
const originalOf = ({ file, history, original }: FolderWords): string | undefined => original ?? (history === undefined ? file : undefined);

/** The files that were handed in, but what an earlier export made of texts: these go out as they are now. */
function withoutMade(files: readonly StoredSource[], words: readonly FolderWords[]): readonly StoredSource[] {
  const originals = new Set(words.map(originalOf));
  const made = new Set(words.map(({ file }) => file).filter((file) => !originals.has(file)));
  return files.filter(({ name }) => !made.has(name));
}

function withOriginal(entry: FolderWords, handedIn: readonly FolderWords[]): FolderWords {
  const own = handedIn.find(({ kind, channel, language }) => kind === entry.kind && channel === entry.channel && language === entry.language);
  const original = own && originalOf(own);
  return original === undefined ? entry : { ...entry, original };
}

/** The name of a folder, or of a file with its ending, that none of the files that were handed in has. */
function unused(name: string, files: readonly StoredSource[], ending = ''): string {
  const taken = files.some((file) => file.name === name + ending || file.name.startsWith(`${name}${ending}/`));
  return taken ? unused(`${name}-of-openfloor`, files, ending) : name + ending;
}
