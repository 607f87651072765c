import type { SearchAnswer } from '#search/index.ts';
import { Name, number, say, sayCount, type Page } from '#web/index.ts';
import { SORTS, type SearchQuery } from '../../search-query.ts';
import { browseWords } from '../locales/index.ts';
import type { WatchableMedia } from '../media.ports.ts';
import { changed } from './addresses.ts';
import { MomentHit } from './moment-hit.tsx';
import { MOMENTS_ON_A_PAGE } from './search-view.ts';

interface ResultsProps {
  readonly page: Page;
  readonly query: SearchQuery;
  readonly answer: SearchAnswer;
  readonly media: ReadonlyMap<string, WatchableMedia>;
}

/** The moments that were found, and the way to more. */
export function MomentResults({ page, query, answer, media }: ResultsProps) {
  const { search } = browseWords(page.language);
  const { moments: words } = search;
  const found = answer.capped ? say(words.foundMore, { n: number(answer.total, page.language) }) : sayCount(words.found, answer.total, page.language);
  const more = query.page * MOMENTS_ON_A_PAGE < answer.total && answer.moments.length > 0;
  return (
    <section aria-labelledby="found">
      <div class="found-head">
        <h2 id="found">{answer.total === 0 ? words.none : found}</h2>
        {answer.total < 2 ? null : (
          <ul class="sorts" aria-label={search.sort}>
            {SORTS.map((sort) => <li><a href={changed(page, { sort: sort === 'relevance' ? null : sort })} {...(sort === query.sort ? { 'aria-current': 'true' } : {})}>{search.sorts[sort]}</a></li>)}
          </ul>
        )}
      </div>
      <Understood page={page} query={query} answer={answer} />
      {answer.total === 0 ? <Nothing page={page} query={query} /> : null}
      {answer.building ? <p class="away" role="status">{words.building}</p> : null}
      {answer.capped ? <p class="quiet">{words.capped}</p> : null}
      <ol class="hits" start={(query.page - 1) * MOMENTS_ON_A_PAGE + 1}>{answer.moments.map((moment) => <MomentHit page={page} moment={moment} media={media.get(moment.meeting.id) ?? null} />)}</ol>
      <p class="more">
        {query.page > 1 ? <a href={changed(page, {})}>{words.first}</a> : null}
        {more ? <a href={`${changed(page, {})}&page=${query.page + 1}`} rel="next">{words.more}</a> : null}
      </p>
    </section>
  );
}

/** Why nothing of what was said is here, and what happens. */
export function MomentsAway({ page }: { readonly page: Page }) {
  const { moments: words } = browseWords(page.language).search;
  return <p class="away" role="status">{words.away}</p>;
}

const MOST_CONCEPTS = 6;

/** How the words were understood, with the way to have it otherwise. */
export function Understood({ page, query, answer: { total, suggestion, concepts, loose } }: Pick<ResultsProps, 'page' | 'query' | 'answer'>) {
  const { moments: words } = browseWords(page.language).search;
  return (
    <>
      {suggestion === null ? null : <p class="did-you-mean">{words.meant} <a href={changed(page, { q: suggestion })}><bdi>{suggestion}</bdi></a></p>}
      {concepts.length === 0 || total === 0 ? null : (
        <p class="understood">
          {words.concepts} {concepts.slice(0, MOST_CONCEPTS).map(({ label }, n) => <>{n === 0 ? null : words.comma}<strong><Name text={label} page={page} /></strong></>)}{' '}
          <a href={changed(page, { exact: '1' })}>{words.onlyWords}</a>
        </p>
      )}
      {query.exact ? <p class="understood">{words.onlyWordsNow} <a href={changed(page, { exact: null })}>{words.byMeaning}</a></p> : null}
      {loose ? <p class="understood">{words.loose}</p> : null}
    </>
  );
}

function Nothing({ page, query }: Pick<ResultsProps, 'page' | 'query'>) {
  const { search } = browseWords(page.language);
  return (
    <div class="empty">
      <p>{search.moments.noneHint}</p>
      {query.narrowed && query.q !== '' ? <p><a href={`?${new URLSearchParams({ q: query.q }).toString()}`}>{search.noneFilters}</a></p> : null}
    </div>
  );
}
