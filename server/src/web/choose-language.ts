import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isUiLanguage, negotiate, type UiLanguage } from '#platform/i18n/index.ts';

const COOKIE = 'openfloor_language';
const A_YEAR_S = 365 * 24 * 3600;

/** The language for an address that names none: what this person read last, else what the browser asks for. */
export function preferredLanguage(c: Context): UiLanguage {
  const remembered = getCookie(c, COOKIE);
  return remembered !== undefined && isUiLanguage(remembered) ? remembered : negotiate(c.req.header('Accept-Language'));
}

/** Remembers the language of a page that was read; says so only when it is news, so that answers stay cacheable. */
export function rememberLanguage(c: Context, language: UiLanguage): void {
  if (preferredLanguage(c) === language) return;
  setCookie(c, COOKIE, language, { path: '/', maxAge: A_YEAR_S, sameSite: 'Lax', httpOnly: true });
}
