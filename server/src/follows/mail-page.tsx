import type { Child } from 'hono/jsx';
import type { Mail } from '#platform/mail/index.ts';
import { dirOf, formatDate, pick } from '#platform/i18n/index.ts';
import { documentOf, messages, say, sayCount } from '#web/index.ts';
import type { Follow } from './follow.domain.ts';
import type { Find } from './follows.ports.ts';
import { followWords } from './locales/index.ts';

interface Told {
  readonly follow: Follow;
  /** The search as a reader says it. */
  readonly search: string;
  /** Where links lead: without a slash at the end. */
  readonly origin: string;
  readonly id: string;
}

// A mail is read in a minute; the page behind it has the rest.
const MOST_TOLD = 20;
const MOST_LETTERS = 280;

/** Where a follow is confirmed and ended. */
export const followPath = ({ language, token }: Pick<Follow, 'language' | 'token'>): string => `/${language}/follow/${token}`;
/** Where what a search finds is seen. */
export const searchPath = ({ language, search }: Pick<Follow, 'language' | 'search'>): string => `/${language}/search?${search}`;

/** The mail that asks to confirm a wish, or says that it is confirmed already. */
export async function wishMail({ follow, search, origin, id }: Told): Promise<Mail> {
  const { mail } = followWords(follow.language);
  const { site } = messages(follow.language);
  const [subject, text, act, after] = follow.confirmedAt
    ? [mail.knownSubject, mail.knownText, mail.knownDo, null] as const
    : [mail.wishSubject, mail.wishText, mail.wishDo, mail.wishElse] as const;
  const lead = say(text, { site: site.name });
  const link = origin + followPath(follow);
  return {
    to: follow.address, id, subject: say(subject, { search }), unsubscribe: `${link}/stop`,
    text: paragraphs([lead, search, `${act}\n${link}`, after]),
    html: await page(follow, say(subject, { search }), <><p>{lead}</p><p><strong>{search}</strong></p><p>{act}<br /><a href={link} dir="ltr">{link}</a></p>{after === null ? null : <p>{after}</p>}</>),
  };
}

/** The mail that tells what a search has found since the last one. */
export async function newsMail({ follow, search, finds, origin, id }: Told & { readonly finds: readonly Find[] }): Promise<Mail> {
  const { mail } = followWords(follow.language);
  const { site } = messages(follow.language);
  const subject = say(sayCount(mail.newsSubject, finds.length, follow.language), { search });
  const all = origin + searchPath(follow);
  const stop = origin + followPath(follow);
  const shown = finds.slice(0, MOST_TOLD).map((find) => told(find, follow, origin));
  const more = finds.length > shown.length ? sayCount(mail.more, finds.length - shown.length, follow.language) : null;
  const why = say(mail.why, { site: site.name });
  return {
    to: follow.address, id, subject, unsubscribe: `${stop}/stop`,
    text: paragraphs([
      mail.newsText, search, ...shown.map(({ title, facts, link, quotes }) => [title?.text ?? '', facts, link, ...quotes.map((quote) => `${quote.words}\n${quote.link}`)].filter((line) => line !== '').join('\n')), more,
      `${mail.all}\n${all}`, `-- \n${why}\n${mail.stop}: ${stop}`,
    ]),
    html: await page(follow, subject, (
      <>
        <p>{mail.newsText} <strong>{search}</strong></p>
        {shown.map(({ title, facts, link, quotes }) => (
          <>
            <p><a href={link} {...(title && title.lang !== follow.language ? { lang: title.lang, dir: title.dir } : {})}>{title?.text ?? link}</a>{facts === '' ? null : <><br />{facts}</>}</p>
            {quotes.map((quote) => <blockquote {...(quote.language === follow.language ? {} : { lang: quote.language, dir: dirOf(quote.language) })}><a href={quote.link}>{quote.words}</a></blockquote>)}
          </>
        ))}
        {more === null ? null : <p>{more}</p>}
        <p><a href={all}>{mail.all}</a></p>
        <hr />
        <p><small>{why} <a href={stop}>{mail.stop}</a></small></p>
      </>
    )),
  };
}

function told(find: Find, { language }: Follow, origin: string) {
  const body = find.body ? pick(find.body, language)?.text ?? '' : '';
  const date = find.starts === null ? '' : formatDate(new Date(find.starts), language, find.timezone);
  const link = `${origin}/${language}/meetings/${encodeURIComponent(find.slug)}`;
  return {
    title: pick(find.title, language),
    facts: [body, date].filter((fact) => fact !== '').join(' · '),
    link,
    quotes: find.quotes.map(({ atMs, channel, language: tongue, speaker, text }) => {
      const name = speaker ? pick(speaker, language)?.text ?? '' : '';
      const words = text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
      const own = `\u2068${words}\u2069`;
      return { language: tongue, link: `${link}?${new URLSearchParams({ t: String(Math.floor(atMs / 1000)), ch: channel }).toString()}`, words: name === '' ? own : `${name}: ${own}` };
    }),
  };
}

const paragraphs = (parts: readonly (string | null)[]): string => `${parts.filter((part) => part !== null && part !== '').join('\n\n')}\n`;

/** Mail programs know little of styles, and their readers have set their own letters. */
async function page({ language }: Follow, title: string, content: Child): Promise<string> {
  const document = await documentOf(
    <html lang={language} dir={dirOf(language)}>
      <head><meta charset="utf-8" /><title>{title}</title></head>
      <body dir={dirOf(language)}>{content}</body>
    </html>);
  // An object that says it is escaped; what sends mails wants a mere string.
  return document.toString();
}
