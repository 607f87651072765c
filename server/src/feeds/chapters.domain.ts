import type { MeetingDetail } from '#meetings/index.ts';
import { pageOf, textFor, type FeedScope } from './feed.domain.ts';

interface Chapter {
  readonly startTime: number;
  readonly endTime?: number;
  readonly title: string;
  readonly url: string;
}

/** Chapters of Podcasting 2.0 (JSON chapters 1.2): who spoke when; without that, the agenda. Times in seconds. */
export function chaptersOf(scope: Pick<FeedScope, 'origin' | 'language'>, meeting: MeetingDetail): { readonly version: '1.2.0'; readonly title: string; readonly chapters: readonly Chapter[] } {
  const turns = meeting.interventions.map(({ speaker, capacity, startMs, endMs }) => {
    const name = textFor(speaker.name, scope);
    return { startMs, endMs, title: capacity === null ? name : `${name} (${textFor(capacity, scope)})` };
  });
  const items = meeting.agenda.flatMap(({ title, startMs, endMs }) => (startMs === null ? [] : [{ startMs, endMs, title: textFor(title, scope) }]));
  const marks = (turns.length > 0 ? turns : items).toSorted((a, b) => a.startMs - b.startMs);
  return {
    version: '1.2.0',
    title: textFor(meeting.title, scope),
    chapters: marks.map(({ startMs, endMs, title }) => ({
      startTime: startMs / 1000, ...(endMs !== null && { endTime: endMs / 1000 }), title, url: `${pageOf(scope, meeting.slug)}?t=${Math.floor(startMs / 1000)}`,
    })),
  };
}
