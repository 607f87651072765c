import { createRequire } from 'node:module';

/** What the reference reader of IMSC shows at a time. */
export interface Shown {
  readonly kind: string;
  readonly text?: string;
  readonly contents?: readonly Shown[];
}

interface Complaints {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
  fatal(message: string): void;
}

interface Imsc {
  fromXML(xml: string, complaints?: Complaints): { getMediaTimeEvents(): number[] } | null;
  generateISD(document: unknown, seconds: number, complaints?: Complaints): Shown;
}

// Its main file wants a window for drawing; reading needs none.
const load = createRequire(import.meta.url);

/** The npm package `imsc`, without its drawing half. */
export const imsc: Imsc = { ...(load('imsc/src/main/js/doc.js') as Pick<Imsc, 'fromXML'>), ...(load('imsc/src/main/js/isd.js') as Pick<Imsc, 'generateISD'>) };

const textOf = (shown: Shown): string => (shown.text ?? '') + (shown.contents ?? []).map(textOf).join('');

/** The text of each paragraph that is shown. */
export const shownParagraphs = (shown: Shown): string[] => (shown.kind === 'p' ? [textOf(shown)] : (shown.contents ?? []).flatMap(shownParagraphs));
