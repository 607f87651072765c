import type { CheckResult } from '@openfloor/media';
import type { MeetingDetail } from '#meetings/index.ts';
import { at, Figures, Layout, plain, sayCount, Sign, Words, type Page } from '#web/index.ts';
import type { MediaRung, MeetingMedia } from '../meeting-media.domain.ts';
import { ChannelChecks } from './channel-checks.tsx';
import { ChannelTable } from './channel-table.tsx';
import { rate } from './check-words.ts';
import { viewRecordedChannels } from './recorded-channel.ts';

export interface RecordingPageProps {
  readonly page: Page;
  readonly meeting: MeetingDetail;
  readonly media: MeetingMedia | null;
}

/** How a recording was packaged, and what the checks of its channels found: for whoever has to vouch for it. */
export function RecordingPage({ page, meeting, media }: RecordingPageProps) {
  const { recording } = page.words;
  const channels = media ? viewRecordedChannels(page, meeting, media) : [];
  return (
    <Layout page={page} title={`${recording.title}: ${plain(meeting.title, page)}`} description={recording.lead}>
      <article class="recording">
        <header class="recording-head">
          <p class="kicker"><a href={at(page, `meetings/${meeting.slug}`)}><Words text={meeting.title} page={page} /></a></p>
          <h1>{recording.title}</h1>
          <p class="lead">{recording.lead}</p>
        </header>
        {media === null || media.state === 'processing' ? <p>{recording.notReady}</p> : <Summary page={page} media={media} />}
        {media === null ? null : <Picture page={page} media={media} />}
        <ChannelTable page={page} channels={channels} />
        <ChannelChecks page={page} channels={channels} />
        <p class="back"><a href={at(page, `meetings/${meeting.slug}`)}>{recording.back}</a></p>
      </article>
    </Layout>
  );
}

function Summary({ page, media }: { readonly page: Page; readonly media: MeetingMedia }) {
  const { recording } = page.words;
  if (media.channels.every(({ checks }) => checks.length === 0)) return <p class="quiet">{recording.noChecks}</p>;
  const having = (...results: readonly CheckResult[]): number =>
    media.channels.filter(({ checks }) => checks.some(({ result }) => results.includes(result))).length;
  const found = having('warning', 'fault');
  if (found > 0) return <p class="summary summary-found"><Sign name="warning" />{sayCount(recording.summaryFound, found, page.language)}</p>;
  if (having('not-checkable') > 0) return <p class="summary">{recording.summaryPartly}</p>;
  return <p class="summary summary-ok"><Sign name="ok" />{recording.summaryFine}</p>;
}

function Picture({ page, media }: { readonly page: Page; readonly media: MeetingMedia }) {
  const { recording } = page.words;
  return (
    <section aria-labelledby="picture">
      <h2 id="picture">{recording.picture}</h2>
      {media.hasPicture ? <Rungs page={page} rungs={media.rungs} /> : <p>{recording.noPicture}</p>}
    </section>
  );
}

function Rungs({ page, rungs }: { readonly page: Page; readonly rungs: readonly MediaRung[] }) {
  const { recording } = page.words;
  if (rungs.length === 0) return <p class="quiet">{recording.notReady}</p>;
  return (
    <div class="wide" tabindex={0} role="group" aria-labelledby="picture">
      <table>
        <thead><tr><th scope="col">{recording.size}</th><th scope="col">{recording.rate}</th><th scope="col">{recording.origin}</th></tr></thead>
        <tbody>
          {rungs.toSorted((a, b) => b.height - a.height).map(({ width, height, bitsPerSecond, copied }) => (
            <tr>
              <th scope="row"><Figures>{`${width} × ${height}`}</Figures></th>
              <td><Figures>{rate(bitsPerSecond, page)}</Figures></td>
              <td>{copied ? recording.copied : recording.encoded}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
