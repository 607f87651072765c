import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { planPart, spaceFor, type ChannelSource as PlanChannel, type PartSources, type PictureSource as PlanPicture, type PlanSource } from '@openfloor/media';
import type { ChannelSource, FolderPart, FolderRecording, MeetingFolder, PictureSource } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { RecordingChannel, RecordingPart, RecordingSources, SourceFile } from '../recordings.domain.ts';
import { inStep } from './in-step.ts';
import { refuseStretched, refuseUnheard } from './places.ts';
import type { Probe, Probed } from './probe-source.ts';

/** A recording that was looked into: how it will be made, of which files, how long it is and how much room it needs. */
export interface ExaminedRecording {
  readonly sources: RecordingSources;
  readonly files: readonly SourceFile[];
  readonly durationMs: number;
  readonly spaceBytes: number;
}

/**
 * Examines the files of a meeting folder and plans the work. Reads only; throws a `media_*` error that names file and
 * track for anything that can't be published.
 */
export async function examineRecording(probe: Probe, root: string, folder: MeetingFolder, recording: FolderRecording): Promise<ExaminedRecording> {
  const probed = new Map<string, Probed>();
  for (const name of namesIn(recording)) probed.set(name, await probe.look(name, join(root, name)));
  const heard = recording.channels.filter((channel) => channel.role !== 'sign-language');
  const channels: RecordingChannel[] = heard.map(({ key, role, language }) => ({ key, role, language }));

  const parts: RecordingPart[] = [];
  let at = 0;
  let spaceBytes = 0;
  for (const part of recording.parts) {
    const { names, sources } = sourcesOf(part, recording, probed);
    if (sources.channels.length === 0) throw new AppError('media_no_audio', { file: names[0] });
    await tryAll(probe, sources, names, probed);
    const plan = planPart(sources);
    refuseUnheard(sources, plan, names);
    const startMs = Math.max(at, part.startMs ?? at);
    const silent = channels.filter(({ key }) => !sources.channels.some((channel) => channel.key === key)).map(({ key }) => key);
    parts.push({ startMs, plan, names, breakMs: startMs - at, silent });
    at = startMs + plan.durationMs;
    refuseStretched(at, probe.limits.hours);
    spaceBytes += spaceFor(plan, sources);
  }
  const files: SourceFile[] = [...probed].map(([name, found]) => ({ name, path: found.path, bytes: found.bytes }));
  for (const name of new Set(folder.words.flatMap(({ file, original }) => (original === undefined ? [file] : [file, original])))) {
    if (!probed.has(name)) files.push({ name, path: join(root, name), bytes: (await stat(join(root, name))).size });
  }
  const startsAtMs = folder.starts === null ? null : Date.parse(folder.starts);
  const sources = { startsAtMs, folder: { recording, words: folder.words }, channels, parts: inStep(parts) };
  return { sources, files, durationMs: at, spaceBytes };
}

/** Plays a little of each track that a part uses, file by file. */
async function tryAll(probe: Probe, part: PartSources, names: readonly string[], probed: ReadonlyMap<string, Probed>): Promise<void> {
  for (const [n, name] of names.entries()) {
    const found = probed.get(name);
    if (!found) continue;
    const { pictures, sounds } = found.media;
    const seen = [part.picture, part.secondPicture].flatMap((picture) => (picture?.source === n ? [pictures[picture.track]] : []));
    const heard = [...new Set(part.channels.filter((channel) => channel.source === n).map((channel) => channel.track))].map((track) => sounds[track]);
    await probe.tryTracks(found, [...seen, ...heard].filter((track) => track !== undefined));
  }
}

function namesIn(recording: FolderRecording): Set<string> {
  return new Set(recording.parts.flatMap((part) => [part.picture, part.secondPicture, ...part.sound].flatMap((source) => (source ? [source.file] : []))));
}

/** One input for ffmpeg per file and offset: the same file with two offsets is opened twice. */
function sourcesOf(part: FolderPart, recording: FolderRecording, probed: ReadonlyMap<string, Probed>): { names: string[]; sources: PartSources } {
  const names: string[] = [];
  const sources: PlanSource[] = [];
  const inputOf = (source: PictureSource): number => {
    const offsetSeconds = source.offsetMs / 1000;
    const known = names.findIndex((name, n) => name === source.file && sources[n]?.offsetSeconds === offsetSeconds);
    if (known >= 0) return known;
    const found = probed.get(source.file);
    if (!found) throw new AppError('file_missing', { file: source.file });
    names.push(source.file);
    return sources.push({ path: found.path, media: found.media, packets: found.packets, edited: found.edited, offsetSeconds }) - 1;
  };
  const picture = (source: PictureSource | null): PlanPicture | null =>
    source && { source: inputOf(source), track: trackIn(source, probed, 'pictures', 'the picture') };
  const signs = new Set(recording.channels.filter((channel) => channel.role === 'sign-language').map((channel) => channel.key));
  const sign = part.sound.find((source) => signs.has(source.channel)) ?? null;
  const main = picture(part.picture);
  const second = picture(part.secondPicture ?? sign);
  const channels = part.sound.filter((source) => !signs.has(source.channel)).map((source): PlanChannel => {
    const track = trackIn(source, probed, 'sounds', `channel ${source.channel}`);
    return { key: source.channel, source: inputOf(source), track, side: sideOf(source, track, probed) };
  });
  return { names, sources: { sources, picture: main, secondPicture: second, channels } };
}

function trackIn(source: PictureSource, probed: ReadonlyMap<string, Probed>, kind: 'pictures' | 'sounds', channel: string): number {
  const media = probed.get(source.file)?.media;
  const tracks = kind === 'pictures' ? (media?.pictures ?? []).filter((track) => !track.still) : (media?.sounds ?? []);
  if (source.track === null) {
    const [only, ...others] = tracks;
    if (others.length > 0) throw new AppError('media_track_unclear', { file: source.file, count: tracks.length, kind: kind === 'pictures' ? 'picture' : 'audio', channel });
    if (only) return only.ordinal;
  }
  const found = tracks.find((track) => track.ordinal === source.track);
  if (found) return found.ordinal;
  if (kind === 'sounds' && tracks.length === 0) throw new AppError('media_no_audio', { file: source.file });
  throw new AppError('media_track_missing', { file: source.file, track: source.track ?? 0, kind: kind === 'pictures' ? 'picture' : 'audio' });
}

function sideOf(source: ChannelSource, track: number, probed: ReadonlyMap<string, Probed>): number | null {
  if (source.pick === 'all') return null;
  const width = probed.get(source.file)?.media.sounds[track]?.width ?? 0;
  const side = source.pick === 'left' ? 0 : source.pick === 'right' ? 1 : source.pick;
  if (side < width) return side;
  throw new AppError('media_side_missing', { file: source.file, track, width, side: typeof source.pick === 'number' ? `channel ${source.pick}` : `${source.pick} side` });
}
