import type { Segment } from '@openfloor/words';
import type { ChannelText } from '../words.domain.ts';

/** What of a channel can be shown over the picture in one language. */
export type CaptionTrack = Pick<ChannelText, 'channel' | 'language' | 'kind' | 'status'> & {
  /** Address of its HLS playlist, a path on this server. */
  readonly hls: string;
};

/** The texts to show: one for each channel and language, what people have read before a machine's, captions before a transcript; never a record, which isn't what is heard. */
export function textsToShow(texts: readonly ChannelText[]): readonly ChannelText[] {
  const rank = ({ kind, status }: ChannelText): number => (status === 'machine' ? 2 : 0) + (kind === 'captions' ? 0 : 1);
  const groups = Map.groupBy(texts.filter(({ kind }) => kind !== 'record').toSorted((a, b) => rank(a) - rank(b)), ({ channel, language }) => `${channel} ${language}`);
  return [...groups.values()].flatMap(([best]) => best ?? []);
}

/** The name of a channel's captions in a language. Languages have no dots, so no two are alike. */
export const trackName = ({ channel, language }: Pick<ChannelText, 'channel' | 'language'>): string => `${channel}.${language}`;

/** What is shown at any moment of a stretch of time; a caption that reaches over its edge belongs to both sides. */
export const cuesBetween = (cues: readonly Segment[], startMs: number, endMs: number): Segment[] =>
  cues.filter((cue) => cue.startMs < endMs && cue.endMs > startMs);
