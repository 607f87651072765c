import { chromium, type Browser, type Page } from 'playwright-core';

/** The system's Chromium, without what it would otherwise fetch from elsewhere. */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--autoplay-policy=no-user-gesture-required', ...more,
    ],
  });
}

/** Opens an address of a server in a tab of its own, with no memory of others. */
export async function openPage(browser: Browser, server: { readonly url: string }, path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(new URL(path, server.url).href);
  return page;
}
