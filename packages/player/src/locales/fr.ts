import type { PlayerMessages } from './messages.ts';

export default {
  play: 'Lire',
  playFrom: 'Lire à partir de {time}',
  loading: 'Chargement',
  previousSpeaker: 'Orateur précédent',
  nextSpeaker: 'Orateur suivant',
  speed: 'Vitesse',
  copyMoment: 'Copier un lien vers ce moment',
  copied: 'Lien copié',
  timeline: 'Déroulé de la réunion',
  timeSpeaker: '{time}, {speaker}',
  nowHearing: 'Vous écoutez : {channel}',
  failed: 'La lecture s’est interrompue. La connexion a peut-être été coupée. Les textes et les téléchargements ci-dessous restent disponibles.',
  retry: 'Réessayer',
  readyIn: 'Prêt dans {time} environ',
  lessThanAMinute: 'Prêt dans moins d’une minute',
} satisfies PlayerMessages;
