import type { PlayerMessages } from './messages.ts';

export default {
  play: '播放',
  playFrom: '从 {time} 开始播放',
  loading: '正在加载',
  previousSpeaker: '上一位发言人',
  nextSpeaker: '下一位发言人',
  speed: '速度',
  copyMoment: '复制此刻的链接',
  copied: '链接已复制',
  timeline: '会议进程',
  timeSpeaker: '{time}，{speaker}',
  nowHearing: '正在收听：{channel}',
  failed: '播放已中断，可能是网络连接断开了。下方的文字和下载仍可使用。',
  retry: '重试',
  readyIn: '大约{time}后即可观看',
  lessThanAMinute: '不到一分钟即可观看',
} satisfies PlayerMessages;
