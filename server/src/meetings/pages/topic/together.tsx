import type { LocalizedText } from '#platform/i18n/index.ts';
import type { TopicsTogether, TopicView } from '#topics/index.ts';
import { at, Name, plain, say, sayCount, type Page } from '#web/index.ts';
import { browseWords } from '../locales/index.ts';
import { ACROSS, arcsOf, ROW } from './arcs.ts';

interface Pair {
  readonly a: { readonly slug: string; readonly label: LocalizedText };
  readonly b: { readonly slug: string; readonly label: LocalizedText };
  readonly moments: number;
}

/** Which topics are spoken of in the same moments: drawn as lines between names, and as a table; each leads to the moments. */
export function TogetherSection({ page, topic, together }: { readonly page: Page; readonly topic: TopicView; readonly together: TopicsTogether }) {
  const { topic: words } = browseWords(page.language);
  if (together.topics.length === 0) return null;
  const rows = [topic, ...together.topics];
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const pairs: readonly Pair[] = [
    ...together.topics.map((other) => ({ a: topic, b: other, moments: other.moments })),
    ...together.pairs.flatMap(({ a, b, moments }) => {
      const [first, second] = [bySlug.get(a), bySlug.get(b)];
      return first && second ? [{ a: first, b: second, moments }] : [];
    }),
  ];
  const place = new Map(rows.map(({ slug }, n) => [slug, n]));
  const arcs = arcsOf(pairs.map(({ a, b, moments }) => ({ from: place.get(a.slug) ?? 0, to: place.get(b.slug) ?? 0, count: moments })), rows.length);
  const height = rows.length * ROW;
  return (
    <section aria-labelledby="together">
      <h2 id="together">{words.together}</h2>
      <p class="quiet">{words.togetherHint}</p>
      <div class="arcs">
        <ol>
          {rows.map(({ slug, label }) => <li>{slug === topic.slug ? <strong><Name text={label} page={page} /></strong> : <a href={at(page, `topics/${slug}`)}><Name text={label} page={page} /></a>}</li>)}
        </ol>
        <svg viewBox={`0 0 ${ACROSS} ${height}`} width={ACROSS} height={height} role="group" aria-labelledby="together">
          {rows.map((_, n) => <circle cx="0" cy={n * ROW + ROW / 2} r="5" />)}
          {/* Its own lines lie over the others. */}
          {pairs.map((pair, n) => [pair, n] as const).toReversed().map(([pair, n]) => (
            <a href={momentsOf(page, pair)} aria-label={nameOf(page, pair)} class={pair.a === topic ? 'own' : undefined}>
              <title>{nameOf(page, pair)}</title>
              <path class="reach" d={arcs[n]?.path} />
              <path d={arcs[n]?.path} stroke-width={arcs[n]?.width} />
            </a>
          ))}
        </svg>
      </div>
      <details class="arcs-table">
        <summary>{words.asTable}</summary>
        <table>
          <thead><tr><th scope="col">{words.first}</th><th scope="col">{words.second}</th><th scope="col">{words.said}</th></tr></thead>
          <tbody>
            {pairs.map((pair) => (
              <tr>
                <td><Name text={pair.a.label} page={page} /></td>
                <td><Name text={pair.b.label} page={page} /></td>
                <td><a href={momentsOf(page, pair)} aria-label={nameOf(page, pair)}>{sayCount(words.moments, pair.moments, page.language)}</a></td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

const momentsOf = (page: Page, { a, b }: Pair): string => `${at(page, `topics/${a.slug}`)}?${new URLSearchParams({ with: b.slug }).toString()}#said`;

const nameOf = (page: Page, { a, b, moments }: Pair): string => {
  const { topic: words } = browseWords(page.language);
  return say(words.pair, { a: plain(a.label, page), b: plain(b.label, page), n: sayCount(words.moments, moments, page.language) });
};
