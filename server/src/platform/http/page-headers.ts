import type { Context, MiddlewareHandler } from 'hono';

const HALF_A_YEAR_S = 15_768_000;

// No inline script or style: pages carry data, not code. blob: is how a browser plays what hls.js hands it.
const policy = (framedBy: string): string => [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "media-src 'self' blob:",
  "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", `frame-ancestors ${framedBy}`,
].join('; ');

const OWN_PAGES = policy("'self'");
const EMBEDDED = policy('*');

/** The headers that keep other sites' code out of the pages, and the pages out of other sites' frames. */
export const pageHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  common(c, OWN_PAGES);
  c.header('X-Frame-Options', 'SAMEORIGIN');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), fullscreen=(self), autoplay=(self), picture-in-picture=(self)');
};

/** The same for a page that any site may show in a frame. */
export const embedHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  common(c, EMBEDDED);
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
};

function common(c: Context, contentPolicy: string): void {
  c.header('Content-Security-Policy', contentPolicy);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'strict-origin-when-cross-origin');
  // Only over HTTPS does a browser heed it, and only there is it true.
  if (c.req.url.startsWith('https:')) c.header('Strict-Transport-Security', `max-age=${HALF_A_YEAR_S}`);
}
