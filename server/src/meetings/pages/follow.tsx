import { endonym, languageName } from '#platform/i18n/index.ts';
import type { Page } from '#web/index.ts';
import type { Listing } from './lists.ts';
import { browseWords } from './locales/index.ts';

/** Where the feeds of the site, or of a body, begin. */
export const feedsAt = (page: Page, body: string | null): string => `/feeds/${page.language}${body === null ? '' : `/bodies/${encodeURIComponent(body)}`}`;

/** How to hear of new meetings: news, dates, and a podcast in each language that can be heard in the latest ones. */
export function Follow({ page, body, listing }: { readonly page: Page; readonly body: string | null; readonly listing: Listing }) {
  const { follow } = browseWords(page.language);
  const feeds = feedsAt(page, body);
  const spoken = spokenIn(listing);
  return (
    <nav class="ways follow" aria-labelledby="follow">
      <h2 id="follow">{follow.title}</h2>
      <ul>
        <li><a href={`${feeds}/meetings.rss`} type="application/rss+xml">{follow.news}</a></li>
        <li><a href={`${feeds}/calendar.ics`} type="text/calendar">{follow.dates}</a></li>
      </ul>
      {spoken.length === 0 ? null : (
        <>
          <h3 id="podcasts">{follow.podcasts}</h3>
          <ul class="podcasts" aria-labelledby="podcasts">
            <li><a href={`${feeds}/podcast/floor.rss`} type="application/rss+xml">{follow.floor}</a></li>
            {spoken.map((tag) => <li><a href={`${feeds}/podcast/${tag}.rss`} hreflang={tag} type="application/rss+xml"><LanguageNames tag={tag} page={page} /></a></li>)}
          </ul>
        </>
      )}
    </nav>
  );
}

/** A language as the reader and as its own speakers call it. */
function LanguageNames({ tag, page }: { readonly tag: string; readonly page: Page }) {
  const [name, own] = [languageName(tag, page.language), endonym(tag)];
  if (name.toLowerCase() === own.toLowerCase()) return <bdi lang={tag}>{own}</bdi>;
  return <><span>{name}</span> <bdi class="quiet" lang={tag}>{own}</bdi></>;
}

/** Languages of channels that a podcast can be made of, by their base tag, in the order of how often they are heard. */
function spokenIn({ recent }: Listing): readonly string[] {
  const counts = new Map<string, number>();
  for (const { channels } of recent.meetings) {
    const heard = new Set(channels.filter(({ role, language }) => ['floor', 'interpretation', 'relay', 'machine-voice'].includes(role) && !['mul', 'und', 'zxx'].includes(language))
      .map(({ language }) => language.split('-', 1)[0] ?? language));
    for (const tag of heard) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, n], [b, m]) => m - n || a.localeCompare(b)).map(([tag]) => tag);
}
