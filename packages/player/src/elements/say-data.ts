import { fill, type PlayerMessages } from '../locales/index.ts';

/** So many bytes a minute, as people say it: "180 kB a minute". */
export function sayPerMinute(bytes: number, messages: PlayerMessages, language: string): string {
  const size = new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(bytes / 1000);
  return fill(messages.dataPerMinute, { size });
}
