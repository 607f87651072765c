import type { MeetingSummary } from '../meeting-detail.domain.ts';
import { browseWords } from './locales/index.ts';
import { When } from './meeting-head.tsx';
import { MeetingLink } from './meeting-list.tsx';
import type { MeetingView } from './meeting-view.ts';

/** Other meetings, under what binds them to this one. */
export interface Related {
  readonly series: readonly MeetingSummary[];
  readonly topics: readonly MeetingSummary[];
  readonly speakers: readonly MeetingSummary[];
}

/** Meetings of the same series, on the same topics, with the same speakers; each once. */
export function RelatedMeetings({ view, related }: { readonly view: MeetingView; readonly related: Related }) {
  const { page } = view;
  const words = browseWords(page.language).related;
  const groups = (['series', 'topics', 'speakers'] as const).filter((reason) => related[reason].length > 0);
  if (groups.length === 0) return null;
  return (
    <section class="related" id="related" aria-labelledby="related-title">
      <h2 id="related-title">{words.title}</h2>
      <div class="related-groups">
        {groups.map((reason) => (
          <div>
            <h3>{words[reason]}</h3>
            <ul>{related[reason].map((meeting) => <li><MeetingLink page={page} meeting={meeting} /><When page={page} meeting={meeting} /></li>)}</ul>
          </div>
        ))}
      </div>
    </section>
  );
}
