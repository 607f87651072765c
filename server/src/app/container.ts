import { join } from 'node:path';
import { actorWithRole, publicActor } from '#access/index.ts';
import { ALL_ALIGNMENT_JOBS, createAlignments, handleAlignmentJobs } from '#alignment/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { ALL_CLIP_JOBS, createClips, forgetClipFiles } from '#clips/index.ts';
import { ALL_FOLLOW_JOBS, createFollows, SavedSearches } from '#follows/index.ts';
import { ALL_LAG_JOBS, createLags, requestLags } from '#lag/index.ts';
import { createBrowse, createMeetings, nameSlug } from '#meetings/index.ts';
import { openLocalBlobStore } from '#platform/blobs/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import type { Config } from '#platform/config/index.ts';
import { dataVersion, migrate, openDatabase, startEmbeddedPostgres, trustVersion, type Tx } from '#platform/db/index.ts';
import { openEvents } from '#platform/events/index.ts';
import type { Log } from '#platform/log/index.ts';
import { createMailer } from '#platform/mail/index.ts';
import { createTools } from '#platform/process/index.ts';
import { createRegistry, openQueue } from '#platform/queue/index.ts';
import { ALL_RECOGNITION_JOBS, createRecognition } from '#recognition/index.ts';
import { ALL_RECORDING_JOBS, ClipFiles, createRecordings, FileCache } from '#recordings/index.ts';
import { ALL_SEARCH_JOBS, createSearch, indexChanges, openSearchIndex, requestIndex, requestTags } from '#search/index.ts';
import { createTokens } from '#tokens/index.ts';
import { bringOwnVocabulary, createTagging, createVocabularies } from '#topics/index.ts';
import { Captions, createCorrections, createWords } from '#words/index.ts';
import { folderClips } from './folder-clips.ts';
import { followRecording } from './follow-recording.ts';
import { MIGRATIONS } from '../../migrations/index.ts';

const ALL_JOBS = [...ALL_CLIP_JOBS, ...ALL_RECORDING_JOBS, ...ALL_RECOGNITION_JOBS, ...ALL_LAG_JOBS, ...ALL_ALIGNMENT_JOBS, ...ALL_FOLLOW_JOBS, ...ALL_SEARCH_JOBS];

/** Of the space for files made on demand. */
const CLIPS_SHARE = 0.2;
const CLIPS_AT_ONCE = 3;

export type Container = Awaited<ReturnType<typeof openContainer>>;

/** Opens everything that the settings ask for: database, queue, media store, and the capabilities on them. */
export async function openContainer(config: Config, log: Log) {
  const stack = new AsyncDisposableStack();
  try {
    let url = config.databaseUrl;
    if (url === undefined) {
      const postgres = await startEmbeddedPostgres({ folder: join(config.dataFolder, 'postgres'), log });
      stack.defer(() => postgres.stop());
      url = postgres.url;
    }
    const database = stack.use(openDatabase({ url, log }));
    await migrate(database, MIGRATIONS);
    const clock = systemClock;
    const blobs = await openLocalBlobStore({ folder: config.dataFolder });
    const events = await openEvents({ database, log });
    stack.defer(() => events.close());
    const queue = await openQueue({ database, events, log, jobs: ALL_JOBS });
    stack.defer(() => queue.close());
    const tools = createTools({ ffmpegPath: config.ffmpegPath, ffprobePath: config.ffprobePath, memoryMb: config.mediaMemoryMb });
    const audit = createAuditLog(database);
    // Shared by all that keep something: what one makes of what another kept is then never older than its version says.
    const version = trustVersion(() => dataVersion(database));
    const index = await openSearchIndex(database, version);
    const [indexed, forget] = [indexChanges(index, queue), forgetClipFiles(queue)];
    const meetings = createMeetings({
      database, clock, audit,
      changed: async (tx, meetingId, state) => {
        await indexed(tx, meetingId, state);
        if (state !== 'published' && state !== 'scheduled') await forget(tx, meetingId);
      },
    });
    const tokens = createTokens({ database, clock, audit });
    const alignments = createAlignments({ database, queue, audit, meetings });
    const searches = new SavedSearches({ meetings, browse: createBrowse({ database }), moments: { find: (question) => search.search.find(publicActor(), question) } });
    const mailer = createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom, folder: join(config.dataFolder, 'mail'), log });
    const { follows, handleJobs: handleFollowJobs } = createFollows({ database, queue, clock, log, searches, mailer, origin: config.publicUrl ?? `http://${config.host}:${config.port}` });
    const changed = requestLags(queue);
    const indexLater = (tx: Tx, meetingId: string) => requestIndex(queue)(tx, meetingId);
    // Corrections are no news: only what is published, or has words that it had not, is looked at for those who follow a search.
    const arrived = async (tx: Tx, meetingId: string): Promise<void> => {
      await changed(tx, meetingId);
      await follows.meetingChanged(tx, meetingId);
    };
    // Who keeps a copy of a meeting fetches it again when its words have changed.
    const rewritten = async (tx: Tx, meetingId: string): Promise<void> => {
      await meetings.touch(tx, meetingId);
      await indexLater(tx, meetingId);
    };
    const words = createWords({ database, clock, audit, changed: arrived, rewritten, alignLater: (...text) => alignments.later(...text) });
    const corrections = createCorrections({ database, clock, audit, changed, rewritten });
    const worker = actorWithRole('worker', 'operator');
    const { recordings, exporter, handleJobs, sweep } = createRecordings({
      database, queue, clock, audit, meetings, words, tools, blobs, events, worker, published: arrived,
      replaced: (tx, meetingId, change) => followRecording({ meetings, words, lags: lag.lags, tagging, recognitions: recognition.recognitions, alignments, worker }, tx, meetingId, change),
      clips: folderClips(() => clips),
      settings: { keepSource: config.keepSource, mediaHours: config.mediaHours },
    });
    const captions = new Captions({ words, timelines: recordings });
    const clipCache = await FileCache.open({ folder: join(config.dataFolder, 'clips'), maxBytes: config.downloadsBytes * CLIPS_SHARE, atOnce: CLIPS_AT_ONCE });
    const { clips, clipMedia, clipFiles, handleJobs: handleClipJobs } = createClips({
      database, clock, queue, meetings, recordings, words, cache: clipCache, files: new ClipFiles({ recordings, blobs, tools, cache: clipCache }),
    });
    const lag = createLags({ database, queue, clock, meetings, sounds: recordings, words, tools, worker, changed: indexLater });
    const browse = createBrowse({ database });
    const tagging = createTagging({ database, clock, audit, version, changed: (tx, meetingId) => requestIndex(queue)(tx, meetingId) });
    const search = createSearch({ database, queue, clock, version, index, meetings, words, lags: lag.lags, browse, worker, topics: tagging, expansion: tagging });
    // Moments get their topics while they are put into the index.
    const vocabularies = createVocabularies({ database, clock, audit, slugOf: (labels) => nameSlug(labels, 'topic'), changed: requestTags(queue) });
    if (config.ownTopics) await bringOwnVocabulary(vocabularies, worker);
    const registry = createRegistry();
    const recognition = createRecognition({
      database, queue, clock, audit, meetings, recordings, words, tools, worker,
      settings: { models: config.recognitionModels, threads: config.recognitionThreads },
    });
    handleJobs(registry);
    lag.handleJobs(registry);
    handleAlignmentJobs(registry, { database, meetings, recordings, words, corrections, audit, tools, worker, changed: requestLags(queue) });
    recognition.handleJobs(registry);
    handleFollowJobs(registry);
    handleClipJobs(registry);
    search.handleJobs(registry);
    registry.assertComplete(ALL_JOBS);
    return {
      config, log, clock, database, version, blobs, events, queue, tools, audit, tokens, vocabularies, tagging, meetings, recordings, words, corrections, captions, clips, clipMedia, clipFiles, clipCache, alignments, recognition, recognitions: recognition.recognitions, lags: lag.lags, search: search.search, indexing: search.indexing, follows, searches, mailer, exporter, registry,
      /** Starts to work on jobs; first what killed processes left behind is cleared away. */
      async work(): Promise<void> {
        await blobs.sweepStaging();
        await sweep();
        await search.fill();
        const unheard = await lag.catchUp();
        if (unheard > 0) log.info({ meetings: unheard }, 'The lag of the interpretation is measured for meetings that were published before it could be.');
        const working = await queue.startWorker({ registry, concurrency: { media: config.mediaJobs } });
        stack.defer(() => working.stop());
      },
      close: () => stack.disposeAsync(),
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}
