import { stemmer } from '@orama/stemmers/spanish';
import { bareLetters } from '../letters.ts';
import { formsOf } from './irregular.ts';

const FORMS = formsOf(`
  ser: es son era eran fue fueron sera seran
  ir: va van iba iban
  haber: ha han habia habian hay hubo
  hacer: hace hacen hizo hicieron hecho hecha hechos hechas
  decir: dice dicen dijo dijeron dicho dicha dichos dichas
  poder: puede pueden podia pudo pudieron podra podran poderes
  tener: tiene tienen tenia tuvo tuvieron tendra
  poner: pone ponen puso pusieron puesto puesta puestos puestas
  pais: paises
  mes: meses
  lunes:
  crisis:
  tesis:
  voz: voces
  vez: veces
  paz: paces
  interes: intereses
  ingles: inglesa ingleses inglesas
  frances: francesa franceses francesas
  organo: organos
  general: generales generalmente
  generacion: generaciones
`);

/** Snowball Spanish on singular words without accents: by itself it parts `mujer` from `mujeres`. */
export function spanish(word: string): string {
  const bare = bareLetters(word);
  // Voz and voces, lince and linces: what is written c before an e is one letter with z.
  return FORMS.get(bare) ?? stemmer(singular(bare)).replace(/z$/u, 'c');
}

function singular(word: string): string {
  if (word.length > 4 && /[rldnzjycs]es$/u.test(word)) return word.slice(0, -2).replace(/(?<=[aeiou])s$/u, '');
  return word.length > 3 && /[aeiou]s$/u.test(word) ? word.slice(0, -1) : word;
}
