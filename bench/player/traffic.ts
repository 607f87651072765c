import type { Page } from 'playwright-core';

/** One answer as it went over the line: compressed, with its head. */
export interface Transfer {
  readonly path: string;
  /** Of the answer, as `text/html`. */
  readonly type: string;
  /** As the browser sorts them: `Document`, `Stylesheet`, `Script`, `Font`, `Image`, `Media`, `Fetch`, ... */
  readonly kind: string;
  readonly bytes: number;
  /** `performance.now()` of this process when the answer was complete. */
  readonly at: number;
}

/** Notes everything that a page asks for from now on, with a cold cache. */
export async function watchTraffic(page: Page): Promise<readonly Transfer[]> {
  const transfers: Transfer[] = [];
  const begun = new Map<string, { readonly path: string; readonly type: string; readonly kind: string; received: number }>();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  devtools.on('Network.responseReceived', ({ requestId, response, type }) => {
    if (!response.url.startsWith('http')) return;
    begun.set(requestId, { path: new URL(response.url).pathname, type: response.mimeType, kind: type, received: 0 });
  });
  devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const one = begun.get(requestId);
    if (one) one.received += encodedDataLength;
  });
  const end = (requestId: string, bytes: number | undefined): void => {
    const one = begun.get(requestId);
    begun.delete(requestId);
    if (one) transfers.push({ path: one.path, type: one.type, kind: one.kind, bytes: bytes ?? one.received, at: performance.now() });
  };
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => end(requestId, encodedDataLength));
  // What was broken off has cost its bytes too.
  devtools.on('Network.loadingFailed', ({ requestId }) => end(requestId, undefined));
  return transfers;
}

export const bytesOf = (transfers: readonly Transfer[]): number => transfers.reduce((sum, { bytes }) => sum + bytes, 0);
