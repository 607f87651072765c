/** Lets the worker serve these pages; where browsers have none, or the site comes without HTTPS, nothing is missing but that. */
export async function registerWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return false;
  // What it keeps for later must not take the line from what is being read now.
  if (document.readyState !== 'complete') await new Promise((loaded) => { window.addEventListener('load', loaded, { once: true }); });
  // The browser looks for a new worker by itself, and never in its own cache.
  await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  return true;
}

/** True where the reader has asked the browser to fetch as little as it can. */
export const savesData = (): boolean => (navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true;
