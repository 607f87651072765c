import { remembered } from '#platform/i18n/index.ts';

const STEPS = [['gigabyte', 1e9, 1], ['megabyte', 1e6, 1], ['kilobyte', 1e3, 0]] as const;

// Intl takes longer to make a format than to use it a thousand times.
const formatsIn = remembered((language) => STEPS.map(([unit, , digits]) =>
  new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'unit', unit, maximumFractionDigits: digits })));

/** A size of a file as the language writes it, in European digits: `31.5 MB`, `31,5 Mo`. */
export function sizeIn(bytes: number, language: string): string {
  // Below a kilobyte none is found, and -1 is the last of the steps.
  const step = STEPS.findIndex(([, least]) => bytes >= least);
  const [, size] = STEPS.at(step) ?? STEPS[2];
  return formatsIn(language).at(step)?.format(bytes / size) ?? '';
}
