import { formatClock } from '#platform/i18n/index.ts';
import type { Citation } from './citation.domain.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
  '{': '\\{', '}': '\\}', '%': '\\%', '&': '\\&', $: '\\$', '#': '\\#', _: '\\_',
};

const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\~^{}%&$#_]/g, (sign) => SPECIAL[sign] ?? sign);
// The inner braces keep the capitals of names as they are.
const kept = (text: string): string => `{{${escaped(text)}}}`;

/** A BibTeX entry, also for biblatex; in Unicode, as every system of today reads it. */
export function citeBibtex(citation: Citation): string {
  const { key, title, body, series, format, symbol, day, topics, speaker, quote, momentMs, address, publisher, accessed } = citation;
  const [year, month = '', date = ''] = day?.split('-') ?? [];
  const notes = [speaker, series, symbol, momentMs > 0 ? formatClock(momentMs) : null].filter((note) => note !== null);
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', body === null ? null : kept(body)],
    ['title', kept(title)],
    ['year', year === undefined ? null : `{${year}}`],
    ['month', MONTHS[Number(month) - 1] ?? null],
    ['day', date === '' ? null : `{${Number(date)}}`],
    ['type', format === null ? null : `{${escaped(format)}}`],
    ['howpublished', `{${escaped(publisher)}}`],
    ['note', notes.length === 0 ? null : `{${notes.map(escaped).join(', ')}}`],
    ['keywords', topics.length === 0 ? null : `{${topics.map(escaped).join(', ')}}`],
    ['abstract', quote === null ? null : `{${escaped(quote)}}`],
    ['url', `{${address}}`],
    ['urldate', `{${accessed}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value},`]));
  return `@misc{${key},\n${lines.join('\n')}\n}\n`;
}
