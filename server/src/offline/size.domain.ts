const STEPS = [['gigabyte', 1e9, 1], ['megabyte', 1e6, 1], ['kilobyte', 1e3, 0]] as const;

/** A size of a file as the language writes it, in European digits: `31.5 MB`, `31,5 Mo`. */
export function sizeIn(bytes: number, language: string): string {
  const [unit, size, digits] = STEPS.find(([, least]) => bytes >= least) ?? STEPS[2];
  return new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'unit', unit, maximumFractionDigits: digits }).format(bytes / size);
}
