import type { ClipMessages } from './messages.ts';

export default {
  quote: { start: 'Citer', one: '{n} phrase choisie', more: '{n} phrases choisies', open: 'Faire un extrait', stop: 'Annuler', hint: 'Appuyez sur la première phrase, puis sur la dernière ; ou parcourez-les avec les flèches, en tenant Maj pour en prendre plusieurs.', moment: 'Un extrait à partir d’ici' },
  title: 'Extrait',
  said: 'Ce qui a été dit',
  also: 'La même chose en {language}',
  nothing: 'Rien n’est transcrit de ce passage dans ce canal.',
  toMeeting: 'Continuer dans la réunion à partir d’ici',
  state: {
    moved: 'L’enregistrement a changé depuis ; les paroles ont été retrouvées à leur nouvelle place.',
    changed: 'Le texte a été corrigé depuis la citation. Voici ce qu’il dit aujourd’hui.',
    gone: 'Ces paroles ne figurent plus dans le texte. Voici comment elles ont été citées.',
    cut: 'Cette partie de l’enregistrement n’est plus publique.',
  },
  cited: 'Tel que cité',
  keep: { title: 'Adresse permanente', text: 'Pour l’instant, ce n’est qu’un passage de la réunion. Avec une adresse permanente, on peut le citer : elle mènera à ces paroles même si l’enregistrement est coupé ou le texte corrigé.', go: 'Créer une adresse permanente' },
  range: { title: 'Autre début ou autre fin', from: 'De', to: 'À', hint: 'Par exemple 12:30 ou 1:02:03. L’extrait est étendu à des phrases entières et dure dix minutes au plus.', go: 'Montrer ce passage' },
  share: { address: 'Adresse permanente', embed: 'Pour votre propre page' },
  files: {
    title: 'Emporter', channel: 'Langue entendue', form: 'Forme', video: 'Vidéo', sound: 'Son seul', captions: 'Sous-titres', captionsHint: 'Deux langues au plus.',
    how: 'Où', beside: 'À part, à afficher ou à masquer', burnt: 'Dans l’image', go: 'Préparer le fichier', texts: 'En texte', reference: 'Les paroles avec la référence',
  },
  making: { title: 'Le fichier est en préparation', text: 'Incruster les sous-titres prend à peu près la durée de l’extrait. Cette page avance toute seule.', done: '{percent} % terminé', ready: 'Le fichier est prêt', save: 'Enregistrer le fichier', failed: 'Le fichier n’a pas pu être fait', failedText: 'Réessayez dans une minute, ou prenez les sous-titres à part.', back: 'Retour à l’extrait' },
} satisfies ClipMessages;
