import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { AppError } from '#platform/errors/index.ts';
import { isUiLanguage, UI_LANGUAGES } from '#platform/i18n/index.ts';
import { preferredLanguage, rememberLanguage } from './choose-language.ts';
import { documentOf } from './document.ts';
import { renderError } from './error-page.tsx';
import { HelpPage } from './help-page.tsx';
import { securityHeaders } from './security-headers.ts';
import { pageOf, type PageSet, type Site, type SiteEnv } from './site.ts';
import { staticFiles } from './static-files.ts';

export interface PagesOptions extends Site {
  /** The pages of the capabilities, in the order in which addresses are tried. */
  readonly sets: readonly PageSet[];
}

const LANGUAGE = `/:lang{${UI_LANGUAGES.join('|')}}`;

/**
 * Everything people read: the pages in six languages, their styles and scripts, and errors as pages. Mount it at the
 * root, after the machine's addresses (`/api`, `/media`, ...).
 */
export function createPages(options: PagesOptions): Hono {
  const app = new Hono();
  app.onError((error, c) => renderError(c, error, options));
  app.use(securityHeaders);
  app.route('/', staticFiles(options.assets));
  app.route('/', readable(options));
  // Addresses without a language, as people type and print them.
  const negotiated = (c: Context, path: string): Response => {
    c.header('Vary', 'Accept-Language, Cookie');
    return c.redirect(`/${preferredLanguage(c)}${path}`, 302);
  };
  app.get('/', (c) => negotiated(c, '/'));
  for (const path of ['/meetings/*', '/help']) {
    app.get(path, (c) => negotiated(c, c.req.path + new URL(c.req.url).search));
  }
  return app;
}

function readable(options: PagesOptions): Hono {
  const site = new Hono<SiteEnv>();
  site.use(compress(), etag({ weak: true }), async (c, next) => {
    const language = c.req.path.split('/', 2)[1] ?? '';
    if (!isUiLanguage(language)) throw new AppError('not_found', { what: 'page', id: c.req.path });
    c.set('page', pageOf(c, options, language));
    rememberLanguage(c, language);
    // Asked again each time, and answered by "not changed" when it is the same: a correction shows at once.
    c.header('Cache-Control', 'no-cache');
    await next();
  });
  for (const add of options.sets) add(site);
  site.get('/help', (c) => c.html(documentOf(<HelpPage page={c.var.page} />)));
  site.all('/*', (c) => { throw new AppError('not_found', { what: 'page', id: c.req.path }); });
  return new Hono().get(LANGUAGE, (c) => c.redirect(`${c.req.path}/`, 301)).route(LANGUAGE, site);
}
