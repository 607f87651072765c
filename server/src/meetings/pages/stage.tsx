import { sayLeft, type PlayerMessages } from '@openfloor/player';
import { formatDate } from '#platform/i18n/index.ts';
import { plain, say } from '#web/index.ts';
import { stageOf } from '../day.domain.ts';
import type { MeetingView } from './meeting-view.ts';

const HLS_TYPE = 'application/vnd.apple.mpegurl';

/** The place of the picture: the recording, or what is known about when it will be here. */
export function Stage({ view, player }: { readonly view: MeetingView; readonly player: PlayerMessages }) {
  if (view.playable) return <Recording view={view} />;
  return <div class="stage"><div class="screen screen-text"><Notice view={view} player={player} /></div></div>;
}

function Recording({ view }: { readonly view: MeetingView }) {
  const { page, meeting, media, startMs } = view;
  const label = say(page.words.meeting.picture, { title: plain(meeting.title, page) });
  // Browsers that play HLS by themselves begin at the fragment's second.
  const source = `${media?.hls ?? ''}${view.clip ? `#t=${startMs / 1000},${view.clip.endMs / 1000}` : startMs > 0 ? `#t=${startMs / 1000}` : ''}`;
  const sources = <source src={source} type={HLS_TYPE} />;
  return (
    <openfloor-stage class="stage">
      <div class={media?.hasPicture ? 'screen' : 'screen screen-sound'} data-screen>
        {media?.hasPicture
          ? <video controls preload="none" playsinline aria-label={label} {...(media.poster ? { poster: media.poster } : {})}>{sources}</video>
          : <audio controls preload="none" aria-label={label}>{sources}</audio>}
      </div>
      <WithoutScripts view={view} />
    </openfloor-stage>
  );
}

/** Each language's sound as a file that every browser plays. */
function WithoutScripts({ view }: { readonly view: MeetingView }) {
  const files = view.channels.flatMap((channel) => {
    const [file] = channel.media?.sound ?? [];
    return file === undefined ? [] : [{ ...channel, file }];
  });
  const chosen = files.find(({ key }) => key === view.open?.key);
  return (
    <noscript>
      <div class="no-script">
        <p>{view.page.words.noScript.text}</p>
        {chosen ? <audio controls preload="none" src={chosen.file} aria-label={chosen.name}></audio> : null}
        <ul>{files.map(({ file, name, nameLang }) => <li><a href={file} lang={nameLang}>{name}</a></li>)}</ul>
      </div>
    </noscript>
  );
}

function Notice({ view, player }: { readonly view: MeetingView; readonly player: PlayerMessages }) {
  const { page, meeting, media } = view;
  const { state } = page.words;
  if (media?.state === 'processing') return <Preparing view={view} player={player} />;
  if (media?.state === 'failed') return <Words title={state.failed} text={state.failedText} />;
  const when = meeting.state === 'scheduled' ? stageOf(meeting, page.site.clock.now()) : 'over';
  if (when === 'over') return <Words title={state.none} text={state.noneText} />;
  if (when === 'under-way') return <Words title={state.underWay} text={state.underWayText} />;
  const date = meeting.starts === null ? null : formatDate(new Date(meeting.starts), page.language, meeting.timezone, 'date-time');
  const [dated, undated] = view.channels.length > 0 ? [state.scheduledText, state.scheduledSoon] : [state.scheduledOnly, state.scheduledSoonOnly];
  return <Words title={state.scheduled} text={date === null ? undated : say(dated, { date })} />;
}

function Preparing({ view, player }: { readonly view: MeetingView; readonly player: PlayerMessages }) {
  const { page, media } = view;
  const { state } = page.words;
  const left = media?.progress?.secondsLeft;
  return (
    <openfloor-progress events={media?.events}>
      <Words title={state.processing} text={state.processingText} />
      <progress max={100} value={media?.progress?.percent ?? 0} aria-label={state.processing}></progress>
      <p class="left" data-left role="status">{left == null ? '' : sayLeft(left, player, page.language)}</p>
    </openfloor-progress>
  );
}

function Words({ title, text }: { readonly title: string; readonly text: string }) {
  return <><h2>{title}</h2><p>{text}</p></>;
}
