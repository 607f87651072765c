import { COUNTED_MOMENTS, type CountedTopic, type SpokenTopic, type TopicGroup, type TopicIndex } from '#topics/index.ts';
import { at, Layout, Name, number, plain, say, sayCount, type Page } from '#web/index.ts';
import { browseWords } from '../locales/index.ts';
import { SearchField } from '../search-form.tsx';

export interface TopicsPageProps {
  readonly page: Page;
  readonly q: string;
  readonly index: TopicIndex;
  /** What is called by the words looked for; null where none are. */
  readonly found: readonly CountedTopic[] | null;
}

const MOST_SPOKEN = 12;

/** Where to begin to look for a topic: what is spoken of most, a field to find one by any name, and all from the top. */
export function TopicsPage({ page, q, index, found }: TopicsPageProps) {
  const { topics: words } = browseWords(page.language);
  const { groups } = index;
  return (
    <Layout page={page} title={q === '' ? words.title : `${words.title}: ${q}`} description={words.lead} indexed={q === '' && groups.length > 0}>
      <div class="home topics">
        <header class="place-head">
          <h1>{words.title}</h1>
          <p class="quiet">{words.lead}</p>
          <form class="search-box search-within" role="search" action={at(page, 'topics')}>
            <label for="q">{words.find}</label>
            <SearchField page={page} q={q} hint={null} />
          </form>
        </header>
        {found === null ? null : <Found page={page} q={q} found={found} />}
        {groups.length === 0 ? <div class="empty"><p>{words.none}</p><p class="quiet">{words.noneHint}</p></div> : null}
        <MostSpoken page={page} groups={groups} />
        <All page={page} index={index} />
      </div>
    </Layout>
  );
}

function Found({ page, q, found }: { readonly page: Page; readonly q: string; readonly found: readonly CountedTopic[] }) {
  const { topics: words } = browseWords(page.language);
  return (
    <section aria-labelledby="found">
      <h2 id="found">{found.length === 0 ? words.noneFound : sayCount(words.found, found.length, page.language)}</h2>
      {found.length > 0 ? <ul class="ways topic-columns">{found.map((topic) => <Topic page={page} topic={topic} />)}</ul> : (
        <div class="empty">
          <p class="quiet">{words.noneFoundHint}</p>
          <p><a href={`${at(page, 'search')}?${new URLSearchParams({ q }).toString()}`}>{words.searchSaid}</a></p>
        </div>
      )}
    </section>
  );
}

function MostSpoken({ page, groups }: { readonly page: Page; readonly groups: readonly TopicGroup[] }) {
  const { topics: words } = browseWords(page.language);
  const all = new Map(groups.flatMap((group) => [group, ...group.narrower]).map((topic) => [topic.slug, topic]));
  const most = [...all.values()].filter(({ moments }) => moments > 0).toSorted((a, b) => b.moments - a.moments).slice(0, MOST_SPOKEN);
  if (most.length < 2) return null;
  return (
    <nav class="found-names" aria-labelledby="most">
      <h2 id="most">{words.most}</h2>
      <ul>{most.map((topic) => <li><a href={at(page, `topics/${topic.slug}`)}><span class="found-name"><Name text={topic.label} page={page} /></span> <Count page={page} topic={topic} /></a></li>)}</ul>
    </nav>
  );
}

/** Those with others below them, each with these; then those that have none. */
function All({ page, index: { groups, total } }: { readonly page: Page; readonly index: TopicIndex }) {
  const { topics: words } = browseWords(page.language);
  const collator = new Intl.Collator(page.language);
  const named = groups.map((group) => ({ group, name: plain(group.label, page) })).toSorted((a, b) => collator.compare(a.name, b.name)).map(({ group }) => group);
  const [wide, alone] = [named.filter(({ below }) => below > 0), named.filter(({ below }) => below === 0)];
  if (named.length === 0) return null;
  return (
    <>
      {wide.length === 0 ? null : <section aria-labelledby="all"><h2 id="all">{words.all}</h2><ul class="topic-groups">{wide.map((group) => <li><Group page={page} group={group} /></li>)}</ul></section>}
      {alone.length === 0 ? null : <section aria-labelledby="alone"><h2 id="alone">{wide.length === 0 ? words.all : words.others}</h2><ul class="ways topic-columns">{alone.map((topic) => <Topic page={page} topic={topic} />)}</ul></section>}
      {total > groups.length ? <p class="quiet">{say(words.first, { n: number(groups.length, page.language) })}</p> : null}
    </>
  );
}

function Group({ page, group }: { readonly page: Page; readonly group: TopicGroup }) {
  const { topics: words } = browseWords(page.language);
  const left = group.below - group.narrower.length;
  return (
    <>
      <h3><a href={at(page, `topics/${group.slug}`)}><Name text={group.label} page={page} /></a> <Count page={page} topic={group} /></h3>
      <ul class="ways">
        {group.narrower.map((topic) => <Topic page={page} topic={topic} />)}
        {left > 0 ? <li><a href={at(page, `topics/${group.slug}`)}>{say(words.more, { n: number(left, page.language) })}</a></li> : null}
      </ul>
    </>
  );
}

function Topic({ page, topic }: { readonly page: Page; readonly topic: SpokenTopic }) {
  return <li><a href={at(page, `topics/${topic.slug}`)} class={topic.moments === 0 ? 'unspoken' : undefined}><Name text={topic.label} page={page} /> <Count page={page} topic={topic} /></a></li>;
}

/** How many moments there are; nothing where there are none. */
function Count({ page, topic: { moments } }: { readonly page: Page; readonly topic: Pick<SpokenTopic, 'moments'> }) {
  const { topic: words } = browseWords(page.language);
  if (moments === 0) return null;
  const shown = `${number(moments, page.language)}${moments < COUNTED_MOMENTS ? '' : '+'}`;
  return <span class="count"><span aria-hidden="true">{shown}</span><span class="visually-hidden">{sayCount(words.moments, moments, page.language)}</span></span>;
}
