import { stemmer } from '@orama/stemmers/french';
import { bareLetters } from '../letters.ts';
import { formsOf } from './irregular.ts';

const FORMS = formsOf(`
  oeil: yeux
  ciel: cieux
  madame: mesdames
  monsieur: messieurs
  travail: travaux
  etre: est sont etait etaient fut furent sera seront
  avoir: a ont avait avaient aura auront
  aller: va vont allait ira iront
  faire: fait faits font faisait fera feront
  pouvoir: peut peuvent pouvait pourra pourront
  devoir: doit doivent devait devra devront devoirs
  vouloir: veut veulent voulait voudra
  tenir: tient tiennent tenait tiendra tenu tenue tenus tenues
  venir: vient viennent venait viendra venu venue venus venues
  loi: lois
  mois:
  pays:
  paix:
  fois:
  armee: armees
  annee: annees
  entree: entrees
  travailleur: travailleurs travailleuse travailleuses
  organe: organes
  general: generaux generale generales generalement
  generation: generations
`);
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=.)/u;

// Without their accents the rules don't know handicapée from a word in -ee.
const masculine = (word: string): string => word.replace(/(?<=\p{L}{3})ee(?=s?$)/u, 'e').replace(/(?<=\p{L}{2})trice(?=s?$)/u, 'teur');

/**
 * Snowball French on words without accents, so that what is typed without them finds the same; elided words before the
 * apostrophe are left out (l'État, d'armes, qu'il).
 */
export function french(word: string): string {
  const bare = bareLetters(word).replace(ELIDED, '');
  return FORMS.get(bare) ?? stemmer(masculine(bare));
}
