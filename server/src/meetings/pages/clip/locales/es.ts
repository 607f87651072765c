import type { ClipMessages } from './messages.ts';

export default {
  quote: { start: 'Citar', one: '{n} frase elegida', more: '{n} frases elegidas', open: 'Hacer un fragmento', stop: 'Cancelar', hint: 'Pulse la primera frase y después la última, o recórralas con las flechas y mantenga Mayús para tomar varias.', moment: 'Un fragmento desde aquí' },
  title: 'Fragmento',
  said: 'Lo que se dijo',
  also: 'Lo mismo en {language}',
  nothing: 'De este tramo no hay nada escrito en este canal.',
  toMeeting: 'Seguir en la reunión desde aquí',
  state: {
    moved: 'La grabación ha cambiado desde entonces; las palabras se encontraron en su nuevo lugar.',
    changed: 'El texto se corrigió después de citarse. Así está ahora.',
    gone: 'Estas palabras ya no están en el texto. Así se citaron.',
    cut: 'Esta parte de la grabación ya no es pública.',
  },
  cited: 'Como se citó',
  keep: { title: 'Dirección permanente', text: 'Por ahora es solo un tramo de la reunión. Con una dirección permanente se puede citar: llevará a estas palabras aunque se corte la grabación o se corrija el texto.', go: 'Crear una dirección permanente' },
  range: { title: 'Otro comienzo u otro final', from: 'Desde', to: 'Hasta', hint: 'Por ejemplo 12:30 o 1:02:03. El fragmento se amplía a frases enteras y dura diez minutos como mucho.', go: 'Mostrar este tramo' },
  share: { address: 'Dirección permanente', embed: 'Para su propia página' },
  files: {
    title: 'Llevárselo', channel: 'Idioma que se oye', form: 'Como', video: 'Vídeo', sound: 'Solo el sonido', captions: 'Subtítulos', captionsHint: 'Dos idiomas como mucho.',
    how: 'Dónde', beside: 'Aparte, para mostrar u ocultar', burnt: 'En la imagen', go: 'Preparar el archivo', texts: 'Como texto', reference: 'Las palabras con la referencia',
  },
  making: { title: 'El archivo se está preparando', text: 'Poner los subtítulos en la imagen tarda más o menos lo que dura el fragmento. Esta página avanza sola.', done: '{percent} % hecho', ready: 'El archivo está listo', save: 'Guardar el archivo', failed: 'No se pudo hacer el archivo', failedText: 'Inténtelo dentro de un minuto, o tome los subtítulos aparte.', back: 'Volver al fragmento' },
} satisfies ClipMessages;
