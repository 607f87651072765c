import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { uniqueNames } from '@openfloor/media';
import { publicActor } from '#access/index.ts';
import type { Meetings } from '#meetings/index.ts';
import type { LocalBlobStore } from '#platform/blobs/index.ts';
import { formatDate, pick, type UiLanguage } from '#platform/i18n/index.ts';
import type { Tools } from '#platform/process/index.ts';
import type { Recordings } from '../recordings.service.ts';
import { cardArgs, cardWords } from './card.domain.ts';
import { copyArgs, identityOf, partList, planDownload, type DownloadPlan, type DownloadRequest, type NamedTrack } from './download.domain.ts';
import type { FileCache } from './file-cache.ts';

const CARD_BYTES = 200_000;
const CARD_LIMIT_MS = 30_000;
const LIMIT_MS = 30 * 60_000;

/** A finished file in the cache. */
export interface Download {
  readonly key: string;
  readonly type: 'video/mp4' | 'audio/mp4';
  /** For people: `reform-fr.mp4`. */
  readonly name: string;
}

export interface DownloadsDeps {
  readonly meetings: Pick<Meetings, 'get'>;
  readonly recordings: Pick<Recordings, 'copyable' | 'mediaOf'>;
  /** Where the media lie. */
  readonly blobs: LocalBlobStore;
  readonly cache: FileCache;
  readonly tools: Tools;
}

/** Files of whole meetings, put together from the renditions without encoding anything, when somebody asks for them. */
export class Downloads {
  readonly #deps;

  constructor(deps: DownloadsDeps) {
    this.#deps = deps;
  }

  /**
   * Makes the file, or finds it made. The same request gives the same bytes for as long as the recording is the same,
   * so a download that broke off goes on even when the file had to be made again. Throws `meeting_not_found`,
   * `meeting_withdrawn`, `not_found`, `download_too_large`, `media_failed`, `disk_full`.
   */
  async file(meetingId: string, request: DownloadRequest): Promise<Download> {
    const meeting = await this.#deps.meetings.get(publicActor(), meetingId);
    const { renditions, partSeconds } = await this.#deps.recordings.copyable(meeting.id);
    const names = uniqueNames(meeting.channels.map(({ role, language }) => ({ role, language })), meeting.floorLanguages[0] ?? 'en');
    const channels = meeting.channels.map(({ key, language }, n): NamedTrack => ({ key, language, name: names[n] ?? key }));
    const plan = planDownload(request, renditions, channels);
    const title = pick(meeting.title, meeting.floorLanguages[0] ?? 'en')?.text ?? meeting.slug;
    const hash = createHash('sha256').update(identityOf(plan, title)).digest('hex').slice(0, 32);
    const key = `${meeting.id}/${hash}.${plan.form}`;
    await this.#deps.cache.ensure(key, plan.bytes, (target, folder) => this.#copy(plan, title, partSeconds, target, folder));
    return {
      key, type: plan.form === 'm4a' ? 'audio/mp4' : 'video/mp4',
      name: `${meeting.slug}${request.channel === null ? '' : `-${request.channel}`}.${plan.form}`,
    };
  }

  /**
   * The picture that other sites show with a link to the meeting, in a language. Throws `meeting_not_found`,
   * `meeting_withdrawn`, `media_failed`, `disk_full`.
   */
  async card(meetingId: string, language: UiLanguage): Promise<string> {
    const meeting = await this.#deps.meetings.get(publicActor(), meetingId);
    const poster = (await this.#deps.recordings.mediaOf(meeting.id))?.poster ?? null;
    const title = pick(meeting.title, language);
    const card = {
      body: meeting.body ? pick(meeting.body.name, language)?.text ?? '' : '', title: title?.text ?? meeting.slug,
      date: meeting.starts === null ? '' : formatDate(new Date(meeting.starts), language, meeting.timezone),
    };
    const words = cardWords(card, title?.dir === 'rtl');
    const key = `${meeting.id}/${createHash('sha256').update(JSON.stringify([1, poster, words])).digest('hex').slice(0, 32)}.jpg`;
    await this.#deps.cache.ensure(key, CARD_BYTES, async (target, folder) => {
      await writeFile(`${folder}/card.ass`, words);
      const picture = poster === null ? null : this.#deps.blobs.localPath(poster.slice(1));
      await this.#deps.tools.run({ tool: 'ffmpeg', argv: cardArgs(picture, target), cwd: folder, timeoutMs: CARD_LIMIT_MS, nice: 5 });
    });
    return key;
  }

  async #copy(plan: DownloadPlan, title: string, partSeconds: readonly number[], target: string, folder: string): Promise<void> {
    const { blobs, tools } = this.#deps;
    const inputs = await Promise.all(plan.tracks.map(async ({ files }, n) => {
      const [only] = files;
      if (files.length === 1 && only !== undefined) return { path: blobs.localPath(only), list: false };
      const path = `${folder}/parts-${n}.txt`;
      await writeFile(path, partList(files.map((file) => blobs.localPath(file)), partSeconds));
      return { path, list: true };
    }));
    await tools.run({ tool: 'ffmpeg', argv: copyArgs(plan, inputs, title, target), timeoutMs: LIMIT_MS, nice: 5 });
  }
}
