import { chooseChannel, parseTime, speakerColours } from '@openfloor/player';
import type { Page } from '#web/index.ts';
import type { Intervention, MeetingDetail } from '../meeting-detail.domain.ts';
import { viewChannels, type ChannelView } from './channel-view.ts';
import type { WatchableMedia } from './media.ports.ts';
import type { SpokenCaptions } from './words.ports.ts';

/** One turn at the floor with its colour and an end. */
export interface TurnView extends Intervention {
  readonly endMs: number;
  /** 1 to 8, the same wherever the speaker appears. */
  readonly colour: number;
}

/** What the page of a meeting shows, put together once. */
export interface MeetingView {
  readonly page: Page;
  readonly meeting: MeetingDetail;
  readonly media: WatchableMedia | null;
  readonly channels: readonly ChannelView[];
  /** The channel that is open at first, as far as the server can know. */
  readonly open: ChannelView | null;
  readonly turns: readonly TurnView[];
  readonly durationMs: number;
  /** Where `?t=` asks to begin. */
  readonly startMs: number;
  /** Of a clip: where it begins and ends, and the channel that it cites. */
  readonly clip?: { readonly startMs: number; readonly endMs: number; readonly channel: string };
  /** Keys of the channels that have words. */
  readonly withWords: ReadonlySet<string>;
  /** Keys of the channels that have an official record. */
  readonly withRecord: ReadonlySet<string>;
  /** What can be shown over the picture, as the channels stand. */
  readonly captions: readonly SpokenCaptions[];
  /** True when there is something to play. */
  readonly playable: boolean;
}

/** Puts together what the page shows, from the meeting, its recording and the address. */
export function viewMeeting(page: Page, meeting: MeetingDetail, media: WatchableMedia | null, texts: Partial<Pick<MeetingView, 'withWords' | 'withRecord' | 'captions'>> = {}): MeetingView {
  const query = page.address.searchParams;
  const durationMs = media?.durationMs ?? meeting.durationMs ?? 0;
  const channels = viewChannels(meeting.channels, media, page);
  const startMs = parseTime(query.get('t')) ?? 0;
  return {
    page, meeting, media, channels, durationMs,
    withWords: texts.withWords ?? new Set(), withRecord: texts.withRecord ?? new Set(),
    captions: channels.flatMap(({ key, language }) => captionsOf(key, language, texts.captions ?? [])),
    open: chooseChannel(channels, { asked: query.get('ch'), uiLanguage: page.language }),
    turns: viewTurns(meeting.interventions, durationMs),
    startMs: durationMs > 0 && startMs >= durationMs ? 0 : startMs,
    playable: media?.hls != null && (media.state === 'watchable' || media.state === 'complete'),
  };
}

/** Those of a channel, in its own language first. */
function captionsOf(key: string, language: string, captions: readonly SpokenCaptions[]): readonly SpokenCaptions[] {
  return captions.filter(({ channel }) => channel === key).sort((a, b) => Number(b.language === language) - Number(a.language === language));
}

function viewTurns(interventions: readonly Intervention[], durationMs: number): readonly TurnView[] {
  const ordered = [...interventions].sort((a, b) => a.startMs - b.startMs);
  const colours = speakerColours(ordered.map(({ speaker }) => speaker.slug));
  return ordered.map((turn, i) => ({
    ...turn,
    // Without an end of its own, a turn lasts until the next one begins.
    endMs: turn.endMs ?? ordered[i + 1]?.startMs ?? Math.max(durationMs, turn.startMs),
    colour: colours.get(turn.speaker.slug) ?? 1,
  }));
}

/** The address of this meeting at a time, in the channel the address asked for. */
export function momentLink(view: MeetingView, t: string): string {
  const ch = view.page.address.searchParams.get('ch');
  return `?${new URLSearchParams({ t, ...(ch === null ? {} : { ch }) }).toString()}`;
}
