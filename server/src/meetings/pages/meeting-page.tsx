import type { PlayerMessages } from '@openfloor/player';
import { offlineTitle, SaveBox } from '#offline/index.ts';
import { Layout, plain, scriptJson, type Page } from '#web/index.ts';
import { About } from './about.tsx';
import { Cite } from './cite.tsx';
import { Interventions } from './interventions.tsx';
import { ListenBar } from './listen-bar.tsx';
import { MeetingHead } from './meeting-head.tsx';
import { machineForms } from './machine-forms.ts';
import type { MeetingView } from './meeting-view.ts';
import { Authentic, Documents, Downloads } from './papers.tsx';
import { browseWords } from './locales/index.ts';
import { savable } from './listen-page.tsx';
import { playerData } from './player-data.ts';
import type { Reading } from './reading.ts';
import { RelatedMeetings, type Related } from './related.tsx';
import { SpokenPanel } from './spoken.tsx';
import { Stage } from './stage.tsx';
import { StructuredData } from './structured-data.tsx';
import { Timeline } from './timeline.tsx';

/** The page of one meeting: the languages first, then the picture, who speaks when, and the papers. */
export function MeetingPage({ view, reading, related, player }: {
  readonly view: MeetingView; readonly reading: Reading | null; readonly related: Related; readonly player: PlayerMessages;
}) {
  const { page, meeting, media } = view;
  const words = view.playable && view.withWords.size + view.withRecord.size > 0 ? reading : null;
  const description = plain(meeting.description, page).split('\n', 1)[0] ?? '';
  return (
    <Layout page={page} watching title={plain(meeting.title, page)} {...(description === '' ? {} : { description })}
      image={`/media/${meeting.id}/card-${page.language}.jpg`} licence={meeting.rights?.url ?? null} scripts={[...(media ? ['player.js'] : []), ...(view.playable ? ['save.js'] : []), ...(media || meeting.state === 'scheduled' ? ['reader-time.js'] : [])]} machineForms={machineForms(view)} embeddable>
      <StructuredData view={view} reading={reading} />
      <openfloor-player class="meeting" data-phase="idle">
        <script type="application/json" dangerouslySetInnerHTML={{ __html: scriptJson(playerData(view)) }}></script>
        <MeetingHead view={view} />
        <ListenBar view={view} />
        <div class="watch">
          <Stage view={view} player={player} />
          <Timeline view={view} reading={words} />
          {media?.state === 'watchable' ? <p class="quiet partial" data-partial>{page.words.state.partial}</p> : null}
        </div>
        {words ? <SpokenPanel view={view} reading={words} /> : <Interventions view={view} />}
        <div class="papers">
          <Sections page={page} downloads={view.playable} related={related.series.length + related.topics.length + related.speakers.length > 0} />
          <div class="papers-main">
            {words ? <Interventions view={view} /> : null}
            <About view={view} />
            {view.playable ? <SaveBox page={page} slug={meeting.slug} channels={savable(view)} chosen={view.open?.key ?? ''} linksToLight /> : null}
            <Downloads view={view} />
            <Cite view={view} />
          </div>
          <div class="papers-side">
            <Documents view={view} />
            <Authentic view={view} />
          </div>
          <RelatedMeetings view={view} related={related} />
        </div>
        <p class="print-address" dir="ltr">{page.address.origin + page.address.pathname}</p>
      </openfloor-player>
    </Layout>
  );
}

function Sections({ page, downloads, related }: { readonly page: Page; readonly downloads: boolean; readonly related: boolean }) {
  const { meeting } = page.words;
  return (
    <nav class="sections" aria-label={meeting.sections}>
      <a class="to-interventions" href="#interventions">{meeting.interventions}</a>
      <a href="#about">{meeting.about}</a>
      {downloads ? <a href="#offline">{offlineTitle(page.language)}</a> : null}
      {downloads ? <a href="#downloads">{meeting.downloads}</a> : null}
      <a href="#documents">{meeting.documents}</a>
      <a href="#cite">{browseWords(page.language).cite.title}</a>
      {related ? <a href="#related">{browseWords(page.language).related.title}</a> : null}
    </nav>
  );
}
