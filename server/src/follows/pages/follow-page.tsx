import type { Child } from 'hono/jsx';
import { at, Layout, type Page } from '#web/index.ts';
import type { Follow } from '../follow.domain.ts';
import { followWords } from '../locales/index.ts';
import { followPath, searchPath } from '../mail-page.tsx';

interface FollowPageProps {
  readonly page: Page;
  /** What would be followed, and how a reader says it; null where the address holds no search. */
  readonly wish: { readonly search: string; readonly name: string } | null;
  readonly delivers: boolean;
  /** As it was written. */
  readonly address: string;
  /** True where what was written is no address. */
  readonly bad: boolean;
}

/** How a search is followed: by a feed, or by e-mail. */
export function FollowPage({ page, wish, delivers, address, bad }: FollowPageProps) {
  const { page: words } = followWords(page.language);
  if (wish === null) return <Frame page={page} title={words.nothing}><p>{words.nothingHint}</p><p><a href={at(page, 'search')}>{page.words.site.search}</a></p></Frame>;
  const feed = `/feeds/${page.language}/search.rss?${wish.search}`;
  return (
    <Frame page={page} title={words.title} feed={feed}>
      <p class="lead">{words.lead}</p>
      <p class="followed"><strong><bdi>{wish.name}</bdi></strong> <a href={searchPath({ language: page.language, search: wish.search })}>{words.now}</a></p>
      <h2 id="mail">{words.mail}</h2>
      <p id="mail-hint">{words.mailText}</p>
      {delivers ? null : <p class="problem">{words.files}</p>}
      <form class="follow-form" method="post" action={at(page, 'follow')}>
        <input type="hidden" name="search" value={wish.search} />
        <label for="address">{words.address}</label>
        <div class="search-field">
          <input type="email" id="address" name="address" value={address} dir="ltr" required maxlength={254} autocomplete="email" aria-describedby={bad ? 'bad-address mail-hint' : 'mail-hint'} {...(bad ? { 'aria-invalid': 'true' } : {})} />
          <button class="button">{words.send}</button>
        </div>
        {bad ? <p class="problem" id="bad-address">{words.badAddress}</p> : null}
      </form>
      <h2 id="kept">{words.kept}</h2>
      <p>{words.keptText}</p>
      <h2 id="feed">{words.feed}</h2>
      <p>{words.feedText}</p>
      <p><a href={feed} type="application/rss+xml">{`${page.address.origin}${feed}`}</a></p>
    </Frame>
  );
}

/** What is said after a wish, whatever became of it. */
export function AskedPage({ page, back }: { readonly page: Page; readonly back: string | null }) {
  const { asked } = followWords(page.language);
  return (
    <Frame page={page} title={asked.title}>
      <p>{asked.text}</p>
      <p class="quiet">{asked.nothing}</p>
      {back === null ? null : <p><a href={back}>{asked.again}</a></p>}
    </Frame>
  );
}

/** A follow, for whoever holds its link: to confirm it, to end it; or that it is over. */
export function ManagePage({ page, follow, name }: { readonly page: Page; readonly follow: Follow | null; readonly name: string }) {
  const { manage } = followWords(page.language);
  if (follow === null) return <Frame page={page} title={manage.gone}><p>{manage.goneText}</p><p><a href={at(page, 'search')}>{manage.toSearch}</a></p></Frame>;
  const own = followPath({ language: page.language, token: follow.token });
  const waits = follow.confirmedAt === null;
  return (
    <Frame page={page} title={waits ? manage.waiting : manage.confirmed}>
      <p class="followed"><strong><bdi>{name}</bdi></strong> <a href={searchPath({ language: page.language, search: follow.search })}>{manage.toSearch}</a></p>
      <p>{waits ? manage.waitingText : manage.confirmedText}</p>
      {waits ? <form method="post" action={`${own}/confirm`}><button class="button">{manage.confirm}</button></form> : null}
      <form method="post" action={`${own}/stop`}><button class="button button-quiet">{waits ? manage.discard : manage.stop}</button></form>
    </Frame>
  );
}

function Frame({ page, title, feed, children }: { readonly page: Page; readonly title: string; readonly feed?: string; readonly children?: Child }) {
  return (
    <Layout page={page} title={title} indexed={false} {...(feed === undefined ? {} : { feed })}>
      <article class="prose follow-page"><h1>{title}</h1>{children}</article>
    </Layout>
  );
}
