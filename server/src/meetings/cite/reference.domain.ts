import { formatClock, formatDate, type UiLanguage } from '#platform/i18n/index.ts';
import type { Citation } from './citation.domain.ts';

const QUOTES: Readonly<Record<UiLanguage, readonly [string, string]>> = {
  ar: ['«', '»'], zh: ['《', '》'], en: ['“', '”'], fr: ['«\u00A0', '\u00A0»'], ru: ['«', '»'], es: ['«', '»'],
};
const COMMA: Readonly<Partial<Record<UiLanguage, string>>> = { ar: '، ', zh: '，' };

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** A day of a reference in words. */
export const citedDay = (day: string, language: UiLanguage): string => formatDate(noon(day), language, 'UTC', 'date');

/** A piece of a reference; one that is isolated may be in another script and must not turn what stands around it. */
export interface ReferencePiece {
  readonly text: string;
  readonly isolated: boolean;
}

/** The reference as a sentence: whose meeting, its title, what it was, when, where it can be heard; `accessed` says when that was seen. */
export function citePieces(citation: Citation, language: UiLanguage, accessed: string): readonly ReferencePiece[] {
  const { title, body, speaker, series, format, symbol, day, momentMs, publisher, address } = citation;
  const comma = COMMA[language] ?? ', ';
  const [open, close] = QUOTES[language];
  const facts = [
    speaker, body, `${open}${title}${close}`, series, format, symbol, day === null ? null : citedDay(day, language), momentMs > 0 ? formatClock(momentMs) : null,
  ].filter((fact) => fact !== null);
  const isolated = (text: string): ReferencePiece => ({ text, isolated: true });
  const between = (text: string): ReferencePiece => ({ text, isolated: false });
  return [
    ...facts.flatMap((fact, n) => (n === 0 ? [isolated(fact)] : [between(comma), isolated(fact)])),
    between(language === 'zh' ? '。' : '. '), isolated(publisher), between(comma), isolated(address),
    between(language === 'zh' ? `（${accessed}）` : ` (${accessed})`),
  ];
}

/** The same as plain text. */
export const citeText = (...[citation, language, accessed]: Parameters<typeof citePieces>): string =>
  citePieces(citation, language, accessed).map(({ text }) => text).join('');
