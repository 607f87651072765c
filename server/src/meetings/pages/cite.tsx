import { formatClock, parseTime } from '@openfloor/player';
import { at, say } from '#web/index.ts';
import { citationOf, citeBibtex, citeCsl, citedDay, citePieces, citeRis, momentAddress, type Citation } from '../cite/index.ts';
import { clipWords } from './clip/locales/index.ts';
import { browseWords } from './locales/index.ts';
import { formatName } from './meeting-head.tsx';
import type { MeetingView } from './meeting-view.ts';

/** The formats of reference managers: the ending of the file, its type, and how it is written. */
export const CITE_FILES = {
  bib: { name: 'BibTeX', type: 'application/x-bibtex; charset=utf-8', write: citeBibtex },
  ris: { name: 'RIS', type: 'application/x-research-info-systems; charset=utf-8', write: citeRis },
  json: { name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json; charset=utf-8', write: (citation: Citation) => `${JSON.stringify(citeCsl(citation), undefined, 2)}\n` },
} as const;

/** The reference to what the page shows: the meeting, or the moment that its address names. */
export function viewCitation({ page, meeting, durationMs, startMs }: MeetingView): Citation {
  return citationOf({
    meeting, language: page.language, format: formatName(meeting.format, page), durationMs, momentMs: startMs,
    publisher: page.words.site.name, origin: page.address.origin, now: page.site.clock.now(),
  });
}

/** A reference in words and for reference managers, and the address of a moment. Everything here can be copied without a script. */
export function Cite({ view }: { readonly view: MeetingView }) {
  const { page, meeting, startMs } = view;
  const { cite } = browseWords(page.language);
  const citation = viewCitation(view);
  const accessed = say(cite.accessed, { date: citedDay(citation.accessed, page.language) });
  const query = startMs > 0 ? `?t=${Math.floor(startMs / 1000)}` : '';
  return (
    <section id="cite" aria-labelledby="cite-title">
      <h2 id="cite-title">{cite.title}</h2>
      <h3>{cite.reference}</h3>
      <p class="copy">{citePieces(citation, page.language, accessed).map(({ text, isolated }) => (isolated ? <bdi>{text}</bdi> : text))}</p>
      <p class="quiet">{cite.select}</p>
      {view.playable ? <Moment view={view} /> : null}
      <h3>{cite.files}</h3>
      {Object.entries(CITE_FILES).map(([ending, { name, write }]) => (
        <details class="cite-file">
          <summary><bdi lang="en">{name}</bdi></summary>
          <pre class="copy" dir="ltr" tabindex={0} role="group" aria-label={name}>{write(citation)}</pre>
          <p><a href={`${at(page, `meetings/${meeting.slug}/cite.${ending}`)}${query}`} download="">{cite.save}<span class="visually-hidden" lang="en"> {name}</span></a></p>
        </details>
      ))}
    </section>
  );
}

/** A field for a time, and the address that leads there. The form asks for this very page again, so it needs no script. */
function Moment({ view }: { readonly view: MeetingView }) {
  const { page, meeting, startMs } = view;
  const { cite } = browseWords(page.language);
  const query = page.address.searchParams;
  const asked = query.get('t') ?? '';
  const ch = query.get('ch');
  const wrong = asked !== '' && startMs === 0 && parseTime(asked) !== 0;
  const address = new URL(momentAddress(page.address.origin, meeting.slug, startMs));
  if (ch !== null) address.searchParams.set('ch', ch);
  return (
    <>
      <h3>{cite.moment}</h3>
      <form class="moment-form" action="#cite">
        {ch === null ? null : <input type="hidden" name="ch" value={ch} />}
        <div class="field">
          <label for="t">{cite.time}</label>
          <input type="text" id="t" name="t" value={wrong ? asked : formatClock(startMs)} dir="ltr" inputmode="numeric" autocomplete="off"
            aria-describedby={wrong ? 't-problem t-hint' : 't-hint'} {...(wrong ? { 'aria-invalid': 'true' } : {})} />
        </div>
        <button class="button button-quiet">{cite.make}</button>
      </form>
      {wrong ? <p class="problem" id="t-problem">{cite.badTime}</p> : null}
      <p class="quiet" id="t-hint">{cite.timeHint}</p>
      <p class="copy" dir="ltr">{address.href}</p>
      {view.open ? <p><a rel="nofollow" href={`${at(page, `meetings/${meeting.slug}/clip`)}?${new URLSearchParams({ ch: ch ?? view.open.key, from: String(startMs / 1000) }).toString()}`}>{clipWords(page.language).quote.moment}</a></p> : null}
    </>
  );
}
