import { documentOf, type PageSet } from '#web/index.ts';
import { apiDocument } from '../document.ts';
import { ApiPage } from './api-page.tsx';

/** `/{l}/api`: the description of the API as a page. */
export function apiPages(): PageSet {
  const document = apiDocument();
  return (site) => {
    site.get('/api', (c) => c.html(documentOf(<ApiPage page={c.var.page} document={document} />)));
  };
}
