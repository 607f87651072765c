import type { ChannelSource, FolderPart, PictureSource } from './folder.domain.ts';
import type { Problem } from './problems.domain.ts';
import type { PartYaml, RecordingYaml, SourceYaml } from './recording.schema.ts';
import { toMs } from './time.domain.ts';

type Report = (path: Problem['path'], says: string) => void;
type Place = { readonly path: Problem['path']; readonly report: Report };

const offsetMs = (offset: number | undefined): number => Math.round((offset ?? 0) * 1000);

/**
 * The parts of a recording from either way to write them: files in the channels (one part), or a list of
 * parts that name the files, where a part says only what differs from the list of channels.
 */
export function partsFrom(recording: RecordingYaml, report: Report): readonly FolderPart[] {
  return recording.parts === undefined ? [onlyPart(recording, report)] : severalParts(recording, recording.parts, report);
}

function onlyPart({ picture, secondPicture, channels }: RecordingYaml, report: Report): FolderPart {
  return {
    startMs: null,
    picture: picture === undefined ? null : pictureSource(picture, picture.file),
    secondPicture: secondPicture === undefined ? null : pictureSource(secondPicture, secondPicture.file),
    sound: channels.flatMap((channel, index) => {
      const place = { path: ['recording', 'channels', index], report };
      if (channel.file === undefined) report(place.path, 'needs a file, or a list of parts that name the files');
      return channel.file === undefined ? [] : [channelSource(channel.id, channel, channel.file, place)];
    }),
  };
}

function severalParts(recording: RecordingYaml, parts: readonly PartYaml[], report: Report): readonly FolderPart[] {
  for (const key of ['picture', 'secondPicture'] as const) {
    if (recording[key] !== undefined) report(['recording', key], 'must be in the parts, because there is a list of parts');
  }
  for (const [index, channel] of recording.channels.entries()) {
    if (channel.file !== undefined) {
      report(['recording', 'channels', index, 'file'], 'must be in the parts, because there is a list of parts');
    }
    if (parts.every((part) => part.channels?.[channel.id] === null)) {
      report(['recording', 'channels', index], 'is missing in every part; remove it, or name its file in a part');
    }
  }
  const made = parts.map((part, index) => onePart(recording, part, { path: ['recording', 'parts', index], report }));
  for (const [index, { startMs }] of made.entries()) {
    const earlier = Math.max(...made.slice(0, index).map((before) => before.startMs ?? 0));
    if (index > 0 && startMs !== null && startMs <= earlier) report(['recording', 'parts', index, 'starts'], 'must be after the start of the part before');
  }
  return made;
}

function onePart(recording: RecordingYaml, part: PartYaml, { path, report }: Place): FolderPart {
  const ids = new Set(recording.channels.map(({ id }) => id));
  for (const id of Object.keys(part.channels ?? {})) {
    if (!ids.has(id)) report([...path, 'channels', id], `is not in the list of channels (${[...ids].join(', ')})`);
  }
  const picture = (key: 'picture' | 'secondPicture'): PictureSource | null => {
    const source = part[key];
    const file = source?.file ?? part.file;
    if (source !== undefined && file === undefined) report([...path, key], 'needs a file, here or for the whole part');
    return source === undefined || file === undefined ? null : pictureSource(source, file);
  };
  return {
    startMs: part.starts === undefined ? null : toMs(part.starts),
    picture: picture('picture'),
    secondPicture: picture('secondPicture'),
    sound: recording.channels.flatMap((channel) => {
      const own = part.channels?.[channel.id];
      const file = own?.file ?? part.file;
      if (own === null) return [];
      if (file === undefined) report([...path], `names no file for the channel ${channel.id}; add a file, or ${channel.id}: null under channels`);
      return file === undefined ? [] : [channelSource(channel.id, merged(channel, own), file, { path: [...path, 'channels', channel.id], report })];
    }),
  };
}

/** What the part says wins; a side said there replaces a channel index said above, and the other way round. */
function merged(general: SourceYaml, own: SourceYaml | undefined): SourceYaml {
  if (own?.side === undefined && own?.channelIndex === undefined) return { ...general, ...own };
  const { side: _side, channelIndex: _index, ...rest } = general;
  return { ...rest, ...own };
}

const pictureSource = (source: { readonly track?: number | undefined; readonly offset?: number | undefined }, file: string): PictureSource =>
  ({ file, track: source.track ?? null, offsetMs: offsetMs(source.offset) });

function channelSource(channel: string, source: SourceYaml, file: string, { path, report }: Place): ChannelSource {
  if (source.side !== undefined && source.channelIndex !== undefined) report(path, 'has a side and a channelIndex; keep one of them');
  return { channel, ...pictureSource(source, file), pick: source.side ?? source.channelIndex ?? 'all' };
}
