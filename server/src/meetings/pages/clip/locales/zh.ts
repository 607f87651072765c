import type { ClipMessages } from './messages.ts';

export default {
  quote: { start: '引用', one: '已选 {n} 句', more: '已选 {n} 句', open: '制作片段', stop: '取消', hint: '先点第一句，再点最后一句；也可用方向键移动，按住 Shift 选择多句。', moment: '从此处截取片段' },
  title: '片段',
  said: '发言内容',
  also: '{language}文本',
  nothing: '此频道这一段没有文字。',
  toMeeting: '从此处继续观看会议',
  state: {
    moved: '录像后来有改动，已在新的位置找到这些话。',
    changed: '引用之后文字有过更正。以下是现在的文字。',
    gone: '文字中已没有这些话。以下是引用时的文字。',
    cut: '录像的这一部分已不再公开。',
  },
  cited: '引用时的文字',
  keep: { title: '永久地址', text: '目前这只是会议的一段。有了永久地址就可以引用：即使录像被剪短、文字被更正，也能找到这些话。', go: '生成永久地址' },
  range: { title: '调整起止时间', from: '从', to: '到', hint: '例如 12:30 或 1:02:03。片段会扩展为完整的句子，最长十分钟。', go: '显示这一段' },
  share: { address: '永久地址', embed: '嵌入您的网页' },
  files: {
    title: '下载', channel: '收听语言', form: '形式', video: '视频', sound: '仅声音', captions: '字幕', captionsHint: '最多两种语言。',
    how: '位置', beside: '独立字幕，可开可关', burnt: '嵌在画面中', go: '准备文件', texts: '文字', reference: '原话及出处',
  },
  making: { title: '正在生成文件', text: '把字幕嵌入画面所需时间大致与片段等长。本页会自动更新。', done: '已完成 {percent}%', ready: '文件已就绪', save: '保存文件', failed: '文件未能生成', failedText: '请过一分钟再试，或选择独立字幕。', back: '返回片段' },
} satisfies ClipMessages;
