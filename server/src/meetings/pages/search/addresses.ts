import type { Page } from '#web/index.ts';

/** This search with some of it changed (null: without it), from its first page on. */
export function changed(page: Page, changes: Readonly<Record<string, string | null>>): string {
  const asked = new URLSearchParams(page.address.search);
  for (const name of ['page', 'before']) asked.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) asked.delete(name);
    else asked.set(name, value);
  }
  // A form sends its empty fields too.
  return `?${new URLSearchParams([...asked].filter(([, value]) => value !== '')).toString()}`;
}
