import type { ChannelFinding } from '@openfloor/media';
import type { ChannelLevel, Recording, Rendition, Step, StepName } from './recordings.domain.ts';

/** What there is to hear and see of a meeting, for pages, API and player. Addresses are paths on this server. */
export interface MeetingMedia {
  readonly recordingId: string;
  readonly state: 'processing' | 'watchable' | 'complete' | 'failed';
  /** One sentence per step that failed; null when none did. */
  readonly failure: string | null;
  /** The step that is being worked on; null when nothing is left to do. */
  readonly progress: { readonly step: StepName; readonly percent: number; readonly secondsLeft: number | null } | null;
  readonly steps: readonly Step[];
  /** The multivariant playlist; null until the recording can be watched. */
  readonly hls: string | null;
  readonly poster: string | null;
  /** WebVTT file of the storyboard. */
  readonly storyboard: string | null;
  readonly hasPicture: boolean;
  /** Sign language or another view beside the picture; null where there is none, or none yet. */
  readonly secondPicture: SecondPicture | null;
  readonly durationMs: number;
  readonly rungs: readonly MediaRung[];
  readonly channels: readonly MediaChannel[];
  /** Server-sent events about progress and new renditions. */
  readonly events: string;
}

/** A second picture has a playlist of its own: players that can't show two pictures must not offer it as another size of the first. */
export interface SecondPicture {
  /** Its media playlist. */
  readonly hls: string;
  readonly width: number;
  readonly height: number;
  /** The sign-language channel that it shows; null where it is another view, such as slides. */
  readonly channel: string | null;
}

export interface MediaRung {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly bitsPerSecond: number;
  readonly copied: boolean;
  /** Its MP4 files in order: one, or several for a meeting in parts. */
  readonly files: readonly string[];
}

export interface MediaChannel {
  readonly key: string;
  /** What the player has to add to the standard sound, in dB; 0 where it is in the sound already. */
  readonly gainDb: number;
  /** What brings the channel to the target loudness, wherever it is applied, in dB. */
  readonly levelledDb: number;
  /** As it came, before any gain. */
  readonly loudnessLufs: number | null;
  readonly truePeakDbtp: number | null;
  /** MP4 files in order: one, or several for a meeting in parts; none until they are made. */
  readonly sound: readonly string[];
  /** As `sound`, for slow lines. */
  readonly voice: readonly string[];
  /** Of all its files; 0 until they are made. */
  readonly soundBytes: number;
  readonly voiceBytes: number;
  readonly copied: boolean;
  /** Empty until the channel was checked (step `measure`). */
  readonly checks: readonly ChannelFinding[];
}

/** Puts together what a page shows of a recording; `done` is how far the present step is, 0 to 1. */
export function meetingMedia(
  recording: Recording, steps: readonly Step[], renditions: readonly Rendition[], levels: readonly ChannelLevel[], done = 0,
): MeetingMedia {
  const pictures = renditions.filter((one) => one.kind === 'picture');
  const current = steps.find((one) => one.state === 'running') ?? steps.find((one) => one.state === 'waiting');
  const failures = steps.flatMap((one) => (one.state === 'failed' && one.failure !== null ? [one.failure] : []));
  return {
    recordingId: recording.id,
    state: recording.state === 'packaging' ? 'processing' : recording.state,
    failure: failures.length > 0 ? failures.join(' ') : null,
    progress: current ? { step: current.step, percent: Math.round(done * 100), secondsLeft: null } : null,
    steps,
    hls: recording.state === 'packaging' ? null : `/media/${recording.meetingId}/master.m3u8`,
    poster: path(recording.poster),
    storyboard: path(recording.storyboard?.vtt ?? null),
    hasPicture: recording.sources.parts.some((part) => part.plan.picture !== null),
    secondPicture: secondPictureOf(recording, renditions),
    durationMs: recording.durationMs,
    rungs: pictures.map((one) => ({
      id: one.name, width: one.width ?? 0, height: one.height ?? 0, bitsPerSecond: one.averageBits, copied: one.copied, files: paths(one),
    })),
    channels: recording.sources.channels.map(({ key }) => channelOf(key, steps, renditions, levels)),
    events: `/api/v1/recordings/${recording.id}/events`,
  };
}

function secondPictureOf({ sources }: Recording, renditions: readonly Rendition[]): SecondPicture | null {
  const found = renditions.find((one) => one.kind === 'second-picture');
  if (!found) return null;
  const { recording } = sources.folder;
  const signs = recording?.channels.filter(({ role }) => role === 'sign-language') ?? [];
  const shown = signs.find(({ key }) => recording?.parts.some((part) => part.secondPicture === null && part.sound.some(({ channel }) => channel === key)));
  return { hls: `/${found.playlist}`, width: found.width ?? 0, height: found.height ?? 0, channel: shown?.key ?? null };
}

function channelOf(key: string, steps: readonly Step[], renditions: readonly Rendition[], levels: readonly ChannelLevel[]): MediaChannel {
  const find = (kind: Rendition['kind']) => renditions.find((one) => one.kind === kind && one.name === key);
  const [sound, voice] = [find('sound'), find('voice')];
  const level = levels.find((one) => one.channel === key);
  const checked = steps.some((one) => one.step === 'measure' && one.state === 'done');
  return {
    key,
    gainDb: sound && !sound.gainBuiltIn ? (level?.gainDb ?? 0) : 0,
    levelledDb: level?.gainDb ?? 0,
    loudnessLufs: level?.integratedLufs ?? null,
    truePeakDbtp: level?.truePeakDbtp ?? null,
    sound: paths(sound),
    voice: paths(voice),
    soundBytes: sound?.bytes ?? 0,
    voiceBytes: voice?.bytes ?? 0,
    copied: sound?.copied ?? false,
    checks: checked ? ((level?.findings ?? []) as readonly ChannelFinding[]) : [],
  };
}

const path = (key: string | null): string | null => (key === null ? null : `/${key}`);

const paths = (rendition: Rendition | undefined): readonly string[] => (rendition?.files ?? []).map((key) => `/${key}`);
