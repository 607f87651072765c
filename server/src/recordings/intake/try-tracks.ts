import { playedTracks, trackName, trialArgs, type PictureTrack, type PlanSource, type SoundTrack } from '@openfloor/media';
import { AppError, isAppError } from '#platform/errors/index.ts';
import type { Tools } from '#platform/process/index.ts';
import type { HandedIn } from './ask-ffprobe.ts';
import { kindOf } from './refusals.ts';

const TRIAL_MS = 120_000;
// What begins later than this after the others is tried at its own beginning.
const LATE_SECONDS = 1;

type Track = PictureTrack | SoundTrack;
type Source = Pick<PlanSource, 'path' | 'media' | 'packets'> & { readonly file: HandedIn };

/**
 * Plays a little of each track that is going to be published, so that what can't be played is refused before anything
 * is made of it. Throws `media_track_broken` for the first such track.
 */
export async function tryTracks(tools: Tools, source: Source, tracks: readonly Track[]): Promise<void> {
  const beginning = (track: Track): number | undefined => source.packets.first.get(trackName(track));
  for (const track of tracks) if (beginning(track) === undefined) throw broken(source, track, 'there is nothing in it');
  const from = (track: Track): number => (beginning(track) ?? 0) - source.media.startSeconds;
  const late = tracks.filter((track) => from(track) >= LATE_SECONDS);
  for (const kind of ['picture', 'sound'] as const) {
    const early = tracks.filter((track) => track.kind === kind && !late.includes(track));
    if (early.length > 0) await tryRun(tools, source, early, 0);
  }
  for (const track of late) await tryRun(tools, source, [track], from(track));
}

async function tryRun(tools: Tools, source: Source, tracks: readonly Track[], at: number): Promise<void> {
  const { played, why } = await play(tools, source, tracks, at);
  const silent = tracks.filter((_, n) => !played.has(n));
  const [only, ...others] = silent;
  if (!only) return;
  if (tracks.length === 1) throw broken(source, only, why);
  // One track that can't be opened keeps the others from being played: each is tried alone.
  for (const track of [only, ...others]) await tryRun(tools, source, [track], at);
}

async function play(tools: Tools, { path, file }: Source, tracks: readonly Track[], at: number): Promise<{ readonly played: ReadonlySet<number>; readonly why: string }> {
  try {
    const argv = trialArgs(path, tracks.map(trackName), at);
    const { stdout } = await tools.run({ tool: 'ffmpeg', argv, timeoutMs: TRIAL_MS, file: file.name, nice: 0 });
    return { played: playedTracks(stdout.toString('utf8')), why: 'nothing in it can be decoded' };
  } catch (error) {
    // Without ffmpeg the work waits until it is back, and finds out then.
    if (isAppError(error) && error.code === 'ffmpeg_missing') return { played: new Set(tracks.keys()), why: '' };
    if (!isAppError(error) || error.code !== 'media_failed') throw error;
    return { played: new Set(), why: reasonOf(error, tracks) };
  }
}

function reasonOf(error: AppError, tracks: readonly Track[]): string {
  const log = String(error.details['log'] ?? '');
  if (/Decoder .*not found|decoder .*not found|Unknown (decoder|codec)/i.test(log)) return `its format (${tracks[0]?.codec ?? 'unknown'}) is not known here`;
  const why = String(error.details['why'] ?? '');
  return /took longer|of memory|ended by/.test(why) ? `playing it was given up, because ${why.replace(/^it\b/, 'that')}` : 'nothing in it can be decoded';
}

const broken = ({ file }: Source, track: Track, reason: string): AppError =>
  new AppError('media_track_broken', { kind: kindOf(track), track: track.ordinal, file: file.name, reason });
