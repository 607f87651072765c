import type { MeetingDetail } from '#meetings/index.ts';
import { pick } from '#platform/i18n/index.ts';

// A recogniser that expects everything expects nothing.
const MOST_HINTS = 500;

/**
 * What a recogniser should expect to hear in a channel: who speaks and for whom, what the meeting is about, and the words of the
 * operator's glossary.
 */
export function hintsFor({ interventions, body, topics }: Pick<MeetingDetail, 'interventions' | 'body' | 'topics'>, language: string, glossary: readonly string[]): readonly string[] {
  const named = [
    ...interventions.flatMap(({ speaker, capacity }) => [speaker.name, ...(capacity ? [capacity] : [])]),
    ...(body ? [body.name] : []), ...topics.map(({ label }) => label),
  ].flatMap((text) => {
    const found = pick(text, language);
    return found?.exact === true ? [found.text] : [];
  });
  // People are called the same in most languages; what else is only known in another one doesn't help.
  const names = interventions.flatMap(({ speaker }) => pick(speaker.name, language)?.text ?? []);
  return [...new Set([...glossary, ...named, ...names].map((hint) => hint.trim()).filter((hint) => hint !== '' && hint.length <= 80))].slice(0, MOST_HINTS);
}

/** The terms of a glossary file: one a line; empty lines and those that begin with # say nothing. */
export const glossaryTerms = (text: string): readonly string[] => text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
