import type { Child } from 'hono/jsx';
import { formatClock, formatTime } from '@openfloor/player';
import { formatDate, languageName, pick } from '#platform/i18n/index.ts';
import { at, Figures, list, Name, say, tongue, Words, type Page } from '#web/index.ts';
import type { MeetingDetail } from '../meeting-detail.domain.ts';
import { browseWords } from './locales/index.ts';
import { formatName } from './meeting-head.tsx';
import { momentLink, type MeetingView } from './meeting-view.ts';

/** What the meeting is for, and its facts. */
export function About({ view }: { readonly view: MeetingView }) {
  const { page, meeting } = view;
  const { words } = page;
  return (
    <section id="about" aria-labelledby="about-title">
      <h2 id="about-title">{words.meeting.about}</h2>
      <Description page={page} meeting={meeting} />
      <Agenda view={view} />
      <Facts view={view} />
    </section>
  );
}

function Description({ page, meeting }: { readonly page: Page; readonly meeting: MeetingDetail }) {
  const found = pick(meeting.description, page.language);
  if (!found) return null;
  const language = languageName(found.lang, page.language);
  return (
    <div class="prose">
      {found.exact ? null : <p class="quiet">{say(page.words.meeting.otherLanguage, { language })}</p>}
      {found.text.split(/\n{2,}/).map((paragraph) => <p {...tongue(found, page)}>{paragraph}</p>)}
    </div>
  );
}

function Agenda({ view }: { readonly view: MeetingView }) {
  const { page, meeting, playable } = view;
  if (meeting.agenda.length === 0) return null;
  return (
    <>
      <h3>{page.words.meeting.agenda}</h3>
      <ol class="agenda">
        {meeting.agenda.map(({ title, symbol, startMs }) => (
          <li>
            <Words text={title} page={page} />
            {symbol === null ? null : <> <Figures>{symbol}</Figures></>}
            {startMs === null || !playable ? null : <> <a href={momentLink(view, formatTime(startMs))} data-at-ms={startMs}><Figures>{formatClock(startMs)}</Figures></a></>}
          </li>
        ))}
      </ol>
    </>
  );
}

function Facts({ view }: { readonly view: MeetingView }) {
  const { page, meeting, channels } = view;
  const { words } = page;
  const names = (tags: readonly string[]): string => list(tags.map((tag) => languageName(tag, page.language)), page.language);
  const interpreted = channels.filter(({ role }) => role === 'interpretation').map(({ language }) => language);
  const format = formatName(meeting.format, page);
  return (
    <dl class="facts">
      <Fact term={words.meeting.body} show={meeting.body !== null}>
        {[...(meeting.body?.parents ?? []), ...(meeting.body ? [meeting.body] : [])].map(({ slug, name }) => <span class="step-down"><a href={at(page, `bodies/${slug}`)}><Name text={name} page={page} /></a></span>)}
      </Fact>
      <Fact term={words.meeting.series} show={meeting.series !== null}><a href={at(page, `series/${meeting.series?.slug ?? ''}`)}><Words text={meeting.series?.title ?? null} page={page} /></a></Fact>
      <Fact term={words.meeting.format} show={format !== null}>{format}</Fact>
      <Fact term={words.meeting.date} show={meeting.starts !== null}>{formatDate(new Date(meeting.starts ?? 0), page.language, meeting.timezone, 'day')}</Fact>
      <Fact term={words.meeting.symbol} show={meeting.symbol !== null}><Figures>{meeting.symbol ?? ''}</Figures></Fact>
      <Fact term={words.meeting.floorLanguages} show={meeting.floorLanguages.length > 0}>{names(meeting.floorLanguages)}</Fact>
      <Fact term={words.meeting.interpretedInto} show={interpreted.length > 0}>{names(interpreted)}</Fact>
      <Fact term={words.meeting.categories} show={meeting.categories.length > 0}>
        {meeting.categories.map(({ path, name }) => <span class="item"><a href={at(page, `categories/${path}`)}><Words text={name} page={page} /></a></span>)}
      </Fact>
      <Fact term={words.meeting.topics} show={meeting.topics.length > 0}>
        {meeting.topics.map(({ slug, label }) => <span class="item"><a href={at(page, `topics/${slug}`)}><Words text={label} page={page} /></a></span>)}
      </Fact>
      <Fact term={browseWords(page.language).place.speakers} show={meeting.interventions.length > 0}>
        <ul class="names">{speakersOf(meeting).map(({ slug, name }) => <li><a href={at(page, `speakers/${slug}`)}><Name text={name} page={page} /></a></li>)}</ul>
      </Fact>
      <Fact term={words.meeting.rights} show={meeting.rights !== null}><Rights page={page} meeting={meeting} /></Fact>
    </dl>
  );
}

/** Each speaker once, in the order in which they first took the floor. */
const speakersOf = ({ interventions }: MeetingDetail): readonly MeetingDetail['interventions'][number]['speaker'][] =>
  [...new Map(interventions.toSorted((a, b) => a.startMs - b.startMs).map(({ speaker }) => [speaker.slug, speaker])).values()];

function Fact({ term, show, children }: { readonly term: string; readonly show: boolean; readonly children?: Child }) {
  return show ? <div><dt>{term}</dt><dd>{children}</dd></div> : null;
}

function Rights({ page, meeting }: { readonly page: Page; readonly meeting: MeetingDetail }) {
  const { rights } = meeting;
  if (!rights) return null;
  return (
    <>
      {rights.licence === null ? null : <span class="item">{rights.url === null ? rights.licence : <a href={rights.url} rel="license">{rights.licence}</a>}</span>}
      {rights.holder === null ? null : <span class="item">{say(page.words.meeting.rightsHolder, { holder: rights.holder })}</span>}
      <span class="item"><Words text={rights.notice} page={page} /></span>
    </>
  );
}
