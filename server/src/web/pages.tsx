import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { AppError } from '#platform/errors/index.ts';
import { answerCache } from '#platform/http/index.ts';
import { isUiLanguage } from '#platform/i18n/index.ts';
import { preferredLanguage, rememberLanguage } from './choose-language.ts';
import { documentOf } from './document.ts';
import { renderError } from './error-page.tsx';
import { HelpPage } from './help-page.tsx';
import { securityHeaders } from './security-headers.ts';
import { pageOf, type PageSet, type Site, type SiteEnv } from './site.ts';
import { staticFiles } from './static-files.ts';
import { AboutPage, AccessibilityPage } from './texts/index.ts';

export interface PagesOptions extends Site {
  /** The pages of the capabilities, in the order in which addresses are tried. */
  readonly sets: readonly PageSet[];
  /** Changes whenever a page may have changed: then pages are kept until it does. */
  readonly version?: () => Promise<string>;
}

const NEGOTIATED = ['/meetings/*', '/clips/*', '/bodies/*', '/categories/*', '/series/*', '/topics', '/topics/*', '/speakers/*', '/schedule', '/schedule/*', '/search', '/help', '/about', '/accessibility', '/saved', '/api'];

/**
 * Everything people read: the pages in six languages, their styles and scripts, and errors as pages. Mount it at the
 * root, after the machine's addresses (`/api`, `/media`, ...).
 */
export function createPages(options: PagesOptions): Hono {
  const app = new Hono();
  app.onError((error, c) => renderError(c, error, options));
  app.use(securityHeaders);
  app.route('/', staticFiles(options.assets));
  // Addresses without a language, as people type and print them.
  const negotiated = (c: Context, path: string): Response => {
    c.header('Vary', 'Accept-Language, Cookie');
    return c.redirect(`/${preferredLanguage(c)}${path}`, 302);
  };
  app.get('/', (c) => negotiated(c, '/'));
  // Programs that look at a feed or at JSON ask for it without having read a page.
  app.get('/favicon.ico', (c) => c.redirect(options.assets.address('icon.svg'), 302));
  for (const path of NEGOTIATED) app.get(path, (c) => negotiated(c, c.req.path + new URL(c.req.url).search));
  app.get('/:lang', (c) => {
    if (!isUiLanguage(c.req.param('lang'))) throw nothingAt(c);
    return c.redirect(`${c.req.path}/`, 301);
  });
  app.route('/:lang/', readable(options));
  app.all('*', (c) => { throw nothingAt(c); });
  return app;
}

const nothingAt = (c: Context): AppError => new AppError('not_found', { what: 'page', id: c.req.path });

function readable(options: PagesOptions): Hono<SiteEnv> {
  const site = new Hono<SiteEnv>();
  site.use(compress(), etag({ weak: true }), async (c, next) => {
    const language = c.req.path.split('/', 2)[1] ?? '';
    if (!isUiLanguage(language)) throw nothingAt(c);
    c.set('page', pageOf(c, options, language));
    rememberLanguage(c, language);
    // Asked again each time, and answered by "not changed" when it is the same: a correction shows at once.
    c.header('Cache-Control', 'no-cache');
    await next();
  });
  if (options.version) site.use(answerCache({ version: options.version }));
  for (const add of options.sets) add(site);
  site.get('/help', (c) => c.html(documentOf(<HelpPage page={c.var.page} />)));
  site.get('/about', (c) => c.html(documentOf(<AboutPage page={c.var.page} />)));
  site.get('/accessibility', (c) => c.html(documentOf(<AccessibilityPage page={c.var.page} />)));
  return site;
}
