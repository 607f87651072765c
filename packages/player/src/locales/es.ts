import type { PlayerMessages } from './messages.ts';

export default {
  play: 'Reproducir',
  playFrom: 'Reproducir desde {time}',
  loading: 'Cargando',
  previousSpeaker: 'Orador anterior',
  nextSpeaker: 'Orador siguiente',
  speed: 'Velocidad',
  copyMoment: 'Copiar un enlace a este momento',
  copied: 'Enlace copiado',
  timeline: 'Desarrollo de la sesión',
  timeSpeaker: '{time}, {speaker}',
  nowHearing: 'Está escuchando: {channel}',
  failed: 'La reproducción se ha interrumpido. Puede que se haya perdido la conexión. Los textos y las descargas que siguen están disponibles.',
  retry: 'Reintentar',
  readyIn: 'Estará lista en {time}, aproximadamente',
  lessThanAMinute: 'Estará lista en menos de un minuto',
} satisfies PlayerMessages;
