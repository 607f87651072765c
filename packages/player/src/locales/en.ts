import type { PlayerMessages } from './messages.ts';

export default {
  play: 'Play',
  playFrom: 'Play from {time}',
  loading: 'Loading',
  previousSpeaker: 'Previous speaker',
  nextSpeaker: 'Next speaker',
  speed: 'Speed',
  copyMoment: 'Copy a link to this moment',
  copied: 'Link copied',
  timeline: 'Time in the meeting',
  timeSpeaker: '{time}, {speaker}',
  nowHearing: 'You now hear: {channel}',
  failed: 'The recording stopped playing. Your connection may have been lost. The texts and downloads below still work.',
  retry: 'Try again',
  readyIn: 'Ready in about {time}',
  lessThanAMinute: 'Ready in less than a minute',
} satisfies PlayerMessages;
