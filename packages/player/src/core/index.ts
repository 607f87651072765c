export { parseTime, formatTime, formatClock, formatDuration } from './time-address.ts';
export { chooseChannel, findChannel, orderChannels, type ChannelWish, type Choosable } from './choose-channel.ts';
export { linearGain, levelFor, loudnessFrom, type Level } from './gain.ts';
export { turnAt, turnAfter, turnBefore, speakerColours, SPEAKER_COLOURS, type Turn } from './interventions.ts';
export { axisTicks, shareOf, timeAt } from './timeline.ts';
export { parseStoryboard, stillAt, type Still } from './storyboard.ts';
export { SHORTCUTS, SPEEDS, commandOf, nextSpeed, type Command, type Shortcut } from './shortcuts.ts';
export { readPlayerData, type PlayerChannel, type PlayerData, type PlayerTurn, type SecondPicture } from './player-data.ts';
export { PlayerCore, type Phase, type PlayerState, type StateListener } from './player-core.ts';
