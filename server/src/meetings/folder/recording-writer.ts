import type { ChannelSource, FolderChannel, FolderPart, FolderRecording, PictureSource } from './folder.domain.ts';
import type { PartYaml, RecordingYaml, SourceYaml } from './recording.schema.ts';
import { toSeconds } from './time.domain.ts';

type ChannelYaml = RecordingYaml['channels'][number];

/** A recording the way people write it: files in the channels when there is one part, in the parts when there are more. */
export function recordingToYaml({ channels, parts }: FolderRecording): RecordingYaml {
  const [first, ...others] = parts;
  const simple = first !== undefined && others.length === 0 && first.startMs === null
    && channels.every(({ key }) => first.sound.some(({ channel }) => channel === key));
  if (!simple) return { channels: channels.map((one) => channel(one)), parts: parts.map((part) => partToYaml(part, channels)) };
  return {
    ...pictures(first),
    channels: channels.map((one) => channel(one, first.sound.find((source) => source.channel === one.key))),
  };
}

function channel({ key, role, language, label, provenance, gaps }: FolderChannel, source?: ChannelSource): ChannelYaml {
  return {
    id: key,
    role,
    language,
    label: label ?? undefined,
    provenance: provenance === null ? undefined : {
      method: provenance.method ?? undefined,
      by: provenance.by ?? undefined,
      from: provenance.from ?? undefined,
      note: provenance.note ?? undefined,
    },
    gaps: gaps.length === 0 ? undefined : gaps.map(({ startMs, endMs }) => ({ start: toSeconds(startMs), end: toSeconds(endMs) })),
    ...(source === undefined ? {} : sound(source)),
  };
}

function partToYaml(part: FolderPart, channels: readonly FolderChannel[]): PartYaml {
  const sources = channels.map(({ key }): [string, SourceYaml | null] => {
    const source = part.sound.find((one) => one.channel === key);
    return [key, source === undefined ? null : sound(source)];
  });
  return {
    starts: part.startMs === null ? undefined : toSeconds(part.startMs),
    ...pictures(part),
    channels: Object.fromEntries(sources),
  };
}

const pictures = ({ picture, secondPicture }: FolderPart) => ({
  picture: picture === null ? undefined : file(picture),
  secondPicture: secondPicture === null ? undefined : file(secondPicture),
});

const file = ({ file: path, track, offsetMs }: PictureSource) =>
  ({ file: path, track: track ?? undefined, offset: offsetMs === 0 ? undefined : toSeconds(offsetMs) });

const sound = ({ pick, ...source }: ChannelSource): SourceYaml & { file: string } => ({
  ...file(source),
  side: pick === 'left' || pick === 'right' ? pick : undefined,
  channelIndex: typeof pick === 'number' ? pick : undefined,
});
