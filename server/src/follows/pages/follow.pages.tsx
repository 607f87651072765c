import type { Context, MiddlewareHandler } from 'hono';
import { documentOf, type PageSet, type SiteEnv } from '#web/index.ts';
import { readAddress } from '../follow.domain.ts';
import { searchPath } from '../mail-page.tsx';
import type { Follows } from '../follows.service.ts';
import type { Searches } from '../follows.ports.ts';
import { AskedPage, FollowPage, ManagePage } from './follow-page.tsx';

export interface FollowPagesDeps {
  readonly follows: Pick<Follows, 'ask' | 'byToken' | 'confirm' | 'stop'>;
  readonly searches: Pick<Searches, 'canonical' | 'describe'>;
  /** False where mails go into files. */
  readonly delivers: boolean;
  /** Refuses who wishes too often. */
  readonly limit: MiddlewareHandler;
}

/** The pages on which a search is followed, confirmed and ended. */
export function followPages({ follows, searches, delivers, limit }: FollowPagesDeps): PageSet {
  return (site) => {
    const wishOf = async (c: Context<SiteEnv>, asked: URLSearchParams) => {
      const search = await searches.canonical(asked);
      return search === null ? null : { search, name: await searches.describe(search, c.var.page.language) };
    };

    site.get('/follow', async (c) => c.html(documentOf(<FollowPage page={c.var.page} wish={await wishOf(c, c.var.page.address.searchParams)} delivers={delivers} address="" bad={false} />)));

    site.post('/follow', limit, async (c) => {
      const { page } = c.var;
      const given = await c.req.parseBody();
      const text = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
      const wish = await wishOf(c, new URLSearchParams(text('search')));
      const address = readAddress(text('address'));
      if (wish === null || address === null) {
        return c.html(documentOf(<FollowPage page={page} wish={wish} delivers={delivers} address={text('address').slice(0, 300)} bad={wish !== null} />), 422);
      }
      await follows.ask({ address, search: wish.search, language: page.language });
      return c.redirect(`/${page.language}/follow/asked?${wish.search}`, 303);
    });

    site.get('/follow/asked', async (c) => {
      const wish = await wishOf(c, c.var.page.address.searchParams);
      return c.html(documentOf(<AskedPage page={c.var.page} back={wish === null ? null : searchPath({ language: c.var.page.language, search: wish.search })} />));
    });

    const manage = async (c: Context<SiteEnv>, token: string) => {
      // What this page says is for one person, and changes with a press.
      c.header('Cache-Control', 'no-store');
      const follow = await follows.byToken(token);
      const name = follow === null ? '' : await searches.describe(follow.search, c.var.page.language);
      return c.html(documentOf(<ManagePage page={c.var.page} follow={follow} name={name} />));
    };
    site.get('/follow/:token', (c) => manage(c, c.req.param('token')));
    // A mail program that shows the page behind its own button, or a person who goes back to it.
    site.get('/follow/:token/stop', (c) => manage(c, c.req.param('token')));

    site.post('/follow/:token/confirm', async (c) => {
      await follows.confirm(c.req.param('token'));
      return c.redirect(`/${c.var.page.language}/follow/${encodeURIComponent(c.req.param('token'))}`, 303);
    });
    // RFC 8058: a mail program sends this by itself, without cookies, and follows no redirect.
    site.post('/follow/:token/stop', async (c) => {
      await follows.stop(c.req.param('token'));
      return manage(c, c.req.param('token'));
    });
  };
}
