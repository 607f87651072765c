import { captionKey, type PlayerData } from '@openfloor/player';
import { plain } from '#web/index.ts';
import type { MeetingView } from './meeting-view.ts';

/** What the page hands the player. */
export function playerData(view: MeetingView): PlayerData {
  const { page, meeting, media, durationMs, startMs } = view;
  const captions = view.captions.flatMap(({ channel, language, status, hls }) => {
    const own = view.channels.find(({ key }) => key === channel);
    return own ? [{ key: captionKey(own, language), channel, language, status, hls }] : [];
  });
  return {
    meeting: meeting.slug,
    uiLanguage: page.language,
    hls: view.playable ? (media?.hls ?? null) : null,
    hasPicture: media?.hasPicture ?? false,
    ...(media?.secondPicture && { secondPicture: media.secondPicture }),
    durationMs,
    startMs,
    ...(view.clip && { clip: view.clip }),
    storyboard: media?.storyboard ?? null,
    ...(view.channels.some(({ role }) => role === 'floor') && view.channels.length > 1 && { lags: `/api/v1/meetings/${encodeURIComponent(meeting.slug)}/lag` }),
    events: media && media.state !== 'complete' ? media.events : null,
    channels: view.channels.map(({ key, language, role, name, media: own }) => ({ key, language, role, name, gainDb: own?.gainDb ?? 0, ...silences(meeting, key) })),
    ...(captions.length > 0 && { captions }),
    turns: view.turns.map((turn) => ({
      id: turn.id, startMs: turn.startMs, endMs: turn.endMs, colour: turn.colour,
      name: plain(turn.speaker.name, page), capacity: turn.capacity ? plain(turn.capacity, page) : null,
    })),
  };
}

/** When a booth is silent while somebody has the floor; nothing for a channel without gaps. */
function silences(meeting: MeetingView['meeting'], key: string): Pick<PlayerData['channels'][number], 'gaps'> {
  const gaps = meeting.channels.find((channel) => channel.key === key)?.gaps ?? [];
  return gaps.length === 0 ? {} : { gaps: gaps.map(({ startMs, endMs }) => [startMs, endMs] as const) };
}
