/** Lets the worker serve these pages; where browsers have none, or the site comes without HTTPS, nothing is missing but that. */
export async function registerWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return false;
  // The browser looks for a new worker by itself, and never in its own cache.
  await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  return true;
}

/** True where the reader has asked the browser to fetch as little as it can. */
export const savesData = (): boolean => (navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true;
