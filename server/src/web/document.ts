import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A whole page as it goes out, with its doctype: without that, browsers lay it out as in the last century. */
export const documentOf = (page: HtmlEscapedString | Promise<HtmlEscapedString>): HtmlEscapedString | Promise<HtmlEscapedString> =>
  html`<!doctype html>${page}`;
