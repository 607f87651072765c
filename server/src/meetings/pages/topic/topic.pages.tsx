import { AppError } from '#platform/errors/index.ts';
import type { TopicReader } from '#topics/index.ts';
import { documentOf, type PageSet } from '#web/index.ts';
import { readListing, type ListingDeps } from '../lists.ts';
import { MOST_LETTERS } from '../../search-query.ts';
import type { Meetings } from '../../meetings.ports.ts';
import type { MomentSource } from '../search/moments.ports.ts';
import { orAway } from '../search/search-view.ts';
import { MOMENTS_OF_A_TOPIC, TopicPage } from './topic-page.tsx';
import { TopicsPage } from './topics-page.tsx';

export interface TopicPagesDeps extends ListingDeps {
  readonly meetings: Pick<Meetings, 'list'>;
  readonly topics: TopicReader;
  readonly moments: MomentSource;
}

/** Nobody reads further than this; whoever wants all of it has the search. */
const MOST_PAGES = 50;
const MOST_FOUND = 60;

/** The pages of topics. */
export function topicPages(deps: TopicPagesDeps): PageSet {
  return (site) => {
    site.get('/topics', async (c) => {
      const { page } = c.var;
      const q = (page.address.searchParams.get('q') ?? '').trim().toWellFormed().slice(0, MOST_LETTERS);
      const [index, found] = await Promise.all([deps.topics.index(), q === '' ? null : deps.topics.find(q, MOST_FOUND)]);
      return c.html(documentOf(<TopicsPage page={page} q={q} index={index} found={found} />));
    });

    site.get('/topics/:slug', async (c) => {
      const { page } = c.var;
      const asked = page.address.searchParams;
      const topic = await deps.topics.topic(c.req.param('slug'));
      if (!topic) throw new AppError('not_found', { what: 'page', id: c.req.path });
      const other = asked.get('with') ?? '';
      const second = other === '' || other === topic.slug ? null : await deps.topics.topic(other);
      const number = Math.min(MOST_PAGES, Math.max(1, Math.trunc(Number(asked.get('page')) || 1)));
      const [together, answer, listing] = await Promise.all([
        deps.topics.together(topic.slug),
        orAway(deps.moments.find({
          text: '', language: page.language, filters: { topic: topic.slug, ...(second ? { with: second.slug } : {}) },
          order: 'newest', offset: (number - 1) * MOMENTS_OF_A_TOPIC, limit: MOMENTS_OF_A_TOPIC,
        })),
        readListing(deps, { topic: topic.slug }, c.req.query('before')),
      ]);
      const media = await deps.media.forMeetings(answer === 'away' ? [] : [...new Set(answer.moments.map(({ meeting }) => meeting.id))]);
      return c.html(documentOf(<TopicPage page={page} view={{ topic, together, second, answer, number, media, listing }} />));
    });
  };
}
