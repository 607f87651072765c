import { formatClock } from '#platform/i18n/index.ts';
import type { Citation } from './citation.domain.ts';

const dateParts = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] });

/** CSL-JSON (schema 1.0.2): a list of one item, as reference managers read it. */
export function citeCsl(citation: Citation): readonly Readonly<Record<string, unknown>>[] {
  const { key, title, titleLanguage, body, series, format, symbol, day, topics, speaker, quote, durationMs, momentMs, address, publisher, accessed } = citation;
  return [{
    id: key,
    type: 'broadcast',
    title,
    ...(titleLanguage === 'und' ? {} : { language: titleLanguage }),
    ...(body === null ? {} : { author: [{ literal: body }] }),
    ...(series === null ? {} : { 'container-title': series }),
    ...(format === null ? {} : { genre: format }),
    ...(symbol === null ? {} : { number: symbol }),
    ...(day === null ? {} : { issued: dateParts(day), 'event-date': dateParts(day) }),
    ...(topics.length === 0 ? {} : { keyword: topics.join(', ') }),
    ...(durationMs === null ? {} : { dimensions: formatClock(durationMs) }),
    ...(momentMs > 0 || speaker !== null ? { note: [speaker, momentMs > 0 ? formatClock(momentMs) : null].filter((one) => one !== null).join(', ') } : {}),
    ...(quote === null ? {} : { abstract: quote }),
    publisher,
    URL: address,
    accessed: dateParts(accessed),
  }];
}
