import { formatClock, formatTime } from '@openfloor/player';
import { at, Layout, plain, say, scriptJson, tongue, Words, type Page } from '#web/index.ts';
import { citedDay, citePieces } from '../../cite/index.ts';
import { CITE_FILES } from '../cite.tsx';
import { ListenBar } from '../listen-bar.tsx';
import { browseWords } from '../locales/index.ts';
import { MeetingHead } from '../meeting-head.tsx';
import { playerData } from '../player-data.ts';
import { Stage } from '../stage.tsx';
import { voiceOf } from '../text-kind.tsx';
import type { PlayerMessages } from '@openfloor/player';
import { clipCitation } from './clip-citation.ts';
import { ClipDownloads } from './clip-downloads.tsx';
import type { ClipPageView, ClipWords } from './clip-view.ts';
import { clipWords } from './locales/index.ts';

const TITLE_LETTERS = 80;

/** The page of a clip: what was said, playing, with its reference; without an address yet, the way to one. */
export function ClipPage({ clip, player }: { readonly clip: ClipPageView; readonly player: PlayerMessages }) {
  const { shown, view, words } = clip;
  const { page, meeting } = view;
  const texts = clipWords(page.language);
  const title = `${words ? `“${shorten(words.text)}”` : texts.title} · ${plain(meeting.title, page)}`;
  const { id } = shown.clip;
  return (
    <Layout page={page} watching title={title} description={words ? words.text.slice(0, 300) : plain(meeting.title, page)} indexed={id !== undefined} scripts={['player.js']} embeddable={id !== undefined}
      image={`/media/${meeting.id}/card-${page.language}.jpg`} licence={meeting.rights?.url ?? null}>
      <article class="clip-page">
        <MeetingHead view={view} />
        {shown.place.range === null || !view.playable ? <p class="problem">{texts.state.cut}</p> : (
          <openfloor-player class="meeting clip-player" data-phase="idle">
            <script type="application/json" dangerouslySetInnerHTML={{ __html: scriptJson(playerData(view)) }}></script>
            <ListenBar view={view} />
            <div class="watch"><Stage view={view} player={player} /></div>
          </openfloor-player>
        )}
        <Quote clip={clip} />
        {shown.place.range === null ? null : <p><a href={`${at(page, `meetings/${meeting.slug}`)}?${new URLSearchParams({ t: formatTime(shown.place.range.startMs), ch: shown.channel.key }).toString()}`}>{texts.toMeeting}</a></p>}
        {id === undefined ? <Keep clip={clip} /> : <Share page={page} id={id} />}
        {id === undefined ? null : <ClipDownloads clip={clip} id={id} />}
        <Reference clip={clip} />
        {id === undefined ? <Range clip={clip} /> : null}
      </article>
    </Layout>
  );
}

/** So much of a quote that it fits into a title. */
const shorten = (text: string): string => (text.length <= TITLE_LETTERS ? text : `${text.slice(0, text.lastIndexOf(' ', TITLE_LETTERS) > TITLE_LETTERS / 2 ? text.lastIndexOf(' ', TITLE_LETTERS) : TITLE_LETTERS)}…`);

function Quote({ clip: { shown, view, words, cited, beside, choice } }: { readonly clip: ClipPageView }) {
  const { page } = view;
  const texts = clipWords(page.language);
  const { state, range } = shown.place;
  const { turn } = shown;
  const { reading } = browseWords(page.language);
  const told = state === 'unchanged' ? null : texts.state[state];
  return (
    <section class="clip-quote" aria-labelledby="said-title">
      <h2 id="said-title">{texts.said}</h2>
      {turn ? <p class="clip-speaker"><strong><Words text={turn.speaker.name} page={page} /></strong>{turn.capacity ? <>{' · '}<Words text={turn.capacity} page={page} /></> : null}</p> : null}
      <p class="quiet">
        {range === null ? null : <bdi dir="ltr">{`${formatClock(range.startMs)} – ${formatClock(range.endMs)}`}</bdi>}
        {choice ? <>{' · '}<bdi lang={choice.channel.nameLang}>{choice.channel.name}</bdi>{` · ${voiceOf(choice, page)}`}</> : null}
        {shown.text ? ` · ${reading.status[shown.text.status]}` : null}
      </p>
      {told === null || shown.clip.quote === null ? null : <p class="clip-state" data-state={state}>{told}</p>}
      {words ? <Said words={words} page={page} /> : <p class="quiet">{texts.nothing}</p>}
      {cited ? <details><summary>{texts.cited}</summary><Said words={cited} page={page} /></details> : null}
      {beside ? <><h3>{say(texts.also, { language: beside.name })}</h3><Said words={beside} page={page} /></> : null}
    </section>
  );
}

const Said = ({ words, page }: { readonly words: ClipWords; readonly page: Page }) => <blockquote {...tongue(words, page)}><p>{words.text}</p></blockquote>;

/** A stretch without an address: the form that gives it one. */
function Keep({ clip: { shown, view: { page, meeting } } }: { readonly clip: ClipPageView }) {
  const { keep } = clipWords(page.language);
  const { clip, channel } = shown;
  return (
    <section aria-labelledby="keep-title">
      <h2 id="keep-title">{keep.title}</h2>
      <p>{keep.text}</p>
      <form method="post" action={at(page, `meetings/${meeting.slug}/clip`)}>
        <input type="hidden" name="ch" value={channel.key} />
        <input type="hidden" name="from" value={clip.startMs / 1000} />
        <input type="hidden" name="to" value={clip.endMs / 1000} />
        {clip.quote?.kind === 'record' ? <input type="hidden" name="record" value="1" /> : null}
        <button class="button" data-keep>{keep.go}</button>
      </form>
    </section>
  );
}

function Share({ page, id }: { readonly page: Page; readonly id: string }) {
  const { share } = clipWords(page.language);
  const { origin } = page.address;
  return (
    <section aria-labelledby="share-title">
      <h2 id="share-title">{share.address}</h2>
      <p class="copy" dir="ltr" data-address>{`${origin}/clips/${id}`}</p>
      <h3>{share.embed}</h3>
      <pre class="copy" dir="ltr" tabindex={0} role="group" aria-label={share.embed}>{`<iframe src="${origin}/embed/clips/${id}" width="640" height="480" allow="autoplay; fullscreen; picture-in-picture" loading="lazy" style="border:0"></iframe>`}</pre>
    </section>
  );
}

function Reference({ clip: { shown, view: { page } } }: { readonly clip: ClipPageView }) {
  const { cite } = browseWords(page.language);
  const citation = clipCitation(shown, { language: page.language, words: page.words, origin: page.address.origin, now: page.site.clock.now() });
  const accessed = say(cite.accessed, { date: citedDay(citation.accessed, page.language) });
  const { id } = shown.clip;
  return (
    <section id="cite" aria-labelledby="cite-title">
      <h2 id="cite-title">{cite.reference}</h2>
      <p class="copy">{citePieces(citation, page.language, accessed).map(({ text, isolated }) => (isolated ? <bdi>{text}</bdi> : text))}</p>
      <p class="quiet">{cite.select}</p>
      {id === undefined ? null : Object.entries(CITE_FILES).map(([ending, { name, write }]) => (
        <details class="cite-file">
          <summary><bdi lang="en">{name}</bdi></summary>
          <pre class="copy" dir="ltr" tabindex={0} role="group" aria-label={name}>{write(citation)}</pre>
          <p><a href={at(page, `clips/${id}/cite.${ending}`)} download="">{cite.save}<span class="visually-hidden" lang="en"> {name}</span></a></p>
        </details>
      ))}
    </section>
  );
}

/** Another beginning or end, without a script. */
function Range({ clip: { shown, view: { page } } }: { readonly clip: ClipPageView }) {
  const { range } = clipWords(page.language);
  const { clip, channel } = shown;
  const field = (name: 'from' | 'to', ms: number) => (
    <div class="field">
      <label for={name}>{range[name]}</label>
      <input type="text" id={name} name={name} value={formatClock(ms)} dir="ltr" inputmode="numeric" autocomplete="off" aria-describedby="range-hint" />
    </div>
  );
  return (
    <section aria-labelledby="range-title">
      <h2 id="range-title">{range.title}</h2>
      <form class="moment-form" method="get">
        <input type="hidden" name="ch" value={channel.key} />
        {clip.quote?.kind === 'record' ? <input type="hidden" name="record" value="1" /> : null}
        {field('from', clip.startMs)}
        {field('to', clip.endMs)}
        <button class="button button-quiet">{range.go}</button>
      </form>
      <p class="quiet" id="range-hint">{range.hint}</p>
    </section>
  );
}
