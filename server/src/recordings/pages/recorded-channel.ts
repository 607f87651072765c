import { orderChannels } from '@openfloor/player';
import type { MeetingDetail } from '#meetings/index.ts';
import { nameChannels, type ChannelName, type Page } from '#web/index.ts';
import type { MediaChannel, MeetingMedia } from '../meeting-media.domain.ts';

/** A recorded channel with its name. */
export interface RecordedChannel extends ChannelName {
  readonly key: string;
  readonly media: MediaChannel;
}

/** The channels of a meeting that were recorded, the floor first, named as everywhere. */
export function viewRecordedChannels(page: Page, meeting: MeetingDetail, media: MeetingMedia): readonly RecordedChannel[] {
  const channels = orderChannels(meeting.channels);
  const names = nameChannels(channels, page);
  return channels.flatMap(({ key }, i) => {
    const own = media.channels.find((channel) => channel.key === key);
    const name = names[i];
    return own && name ? [{ ...name, key, media: own }] : [];
  });
}
