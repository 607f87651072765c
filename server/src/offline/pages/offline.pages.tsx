import { documentOf, type PageSet } from '#web/index.ts';
import { appManifest } from './app-manifest.ts';
import { OfflinePage } from './offline-page.tsx';
import { SavedPage } from './saved-page.tsx';

/** What makes the site an app on a device: its manifest, the list of what is saved, and a page for when nothing else can be had. */
export function offlinePages(): PageSet {
  return (site) => {
    site.get('/app.webmanifest', (c) => c.body(JSON.stringify(appManifest(c.var.page)), 200, { 'Content-Type': 'application/manifest+json' }));
    site.get('/saved', (c) => c.html(documentOf(<SavedPage page={c.var.page} />)));
    site.get('/offline', (c) => c.html(documentOf(<OfflinePage page={c.var.page} />)));
  };
}
