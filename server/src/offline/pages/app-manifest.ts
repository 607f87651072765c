import { at, type Page } from '#web/index.ts';
import { offlineWords } from '../locales/index.ts';

/** Of the light theme; a page says the colour of the dark one itself. */
const PAPER = '#faf8f3';

/** The web app manifest in the language of the page: one app, whatever the language it was installed from. */
export function appManifest(page: Page) {
  const { site } = page.words;
  const { assets } = page.site;
  const icon = (name: string, sizes: string, type: string, purpose: 'any' | 'maskable') => ({ src: assets.address(name), sizes, type, purpose });
  return {
    id: '/', scope: '/', start_url: at(page), lang: page.language, dir: page.dir,
    name: `${site.name} – ${site.tagline}`, short_name: site.name, description: site.tagline,
    // A link to a moment can be shared from the app: the address stays in reach where the browser has that form.
    display: 'standalone', display_override: ['minimal-ui', 'standalone'],
    theme_color: PAPER, background_color: PAPER, categories: ['news', 'government'],
    icons: [
      icon('icon.svg', 'any', 'image/svg+xml', 'any'), icon('icon-192.png', '192x192', 'image/png', 'any'), icon('icon-512.png', '512x512', 'image/png', 'any'),
      icon('icon-maskable-192.png', '192x192', 'image/png', 'maskable'), icon('icon-maskable-512.png', '512x512', 'image/png', 'maskable'),
    ],
    shortcuts: [
      { name: offlineWords(page.language).saved.title, url: at(page, 'saved') }, { name: site.schedule, url: at(page, 'schedule') }, { name: site.search, url: at(page, 'search') },
    ],
  };
}
