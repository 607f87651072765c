import { formatClock } from '#platform/i18n/index.ts';
import type { Citation } from './citation.domain.ts';

/** An RIS record; each line ends in CR LF, as the format asks for. */
export function citeRis(citation: Citation): string {
  const { title, titleLanguage, body, series, format, symbol, day, topics, speaker, quote, durationMs, momentMs, address, publisher, accessed } = citation;
  const fields: readonly (readonly [string, string | null])[] = [
    ['TY', 'VIDEO'],
    ['TI', title],
    // A name with a comma after it is a body, not a family name.
    ['AU', body === null ? null : `${body},`],
    ['T2', series],
    ['PY', day?.slice(0, 4) ?? null],
    ['DA', day?.replaceAll('-', '/') ?? null],
    ['M3', format],
    ['AN', symbol],
    ['LA', titleLanguage === 'und' ? null : titleLanguage],
    ['RT', durationMs === null ? null : formatClock(durationMs)],
    ['N1', momentMs > 0 ? formatClock(momentMs) : null],
    ['N1', speaker],
    ['AB', quote],
    ...topics.map((topic) => ['KW', topic] as const),
    ['PB', publisher],
    ['UR', address],
    ['Y2', accessed.replaceAll('-', '/')],
    ['ER', ''],
  ];
  return fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value.replace(/\s+/g, ' ').trim()}\r\n`])).join('');
}
