import type { PlayerMessages } from './messages.ts';

export default {
  play: 'Воспроизвести',
  playFrom: 'Воспроизвести с {time}',
  loading: 'Загрузка',
  previousSpeaker: 'Предыдущий оратор',
  nextSpeaker: 'Следующий оратор',
  speed: 'Скорость',
  copyMoment: 'Скопировать ссылку на этот момент',
  copied: 'Ссылка скопирована',
  timeline: 'Ход заседания',
  timeSpeaker: '{time}, {speaker}',
  nowHearing: 'Вы слушаете: {channel}',
  failed: 'Воспроизведение прервалось. Возможно, пропало соединение. Тексты и файлы для скачивания ниже по-прежнему доступны.',
  retry: 'Повторить',
  readyIn: 'Будет готово примерно через {time}',
  lessThanAMinute: 'Будет готово меньше чем через минуту',
} satisfies PlayerMessages;
