import { endonym, languageName } from '#platform/i18n/index.ts';
import { list, sayCount, Sign } from '#web/index.ts';
import { roleWords, type ChannelView } from './channel-view.ts';
import { browseWords } from './locales/index.ts';
import type { MeetingView } from './meeting-view.ts';

/**
 * The first thing the page answers: in which languages this meeting can be followed. Without scripts the pills are a
 * form that opens the page with the chosen channel.
 */
export function ListenBar({ view }: { readonly view: MeetingView }) {
  const { page, channels, playable } = view;
  const { listen } = page.words;
  if (channels.length === 0) return null;
  if (!playable) return <PlannedLanguages view={view} />;
  return (
    <openfloor-channels class="listen">
      <form method="get">
        <fieldset>
          <legend><Sign name="sound" /><span>{listen.title}</span></legend>
          <div class="pills" data-bar>
            {channels.map((channel) => <Pill view={view} channel={channel} />)}
            {view.media?.secondPicture?.channel == null ? null : <SignLanguage view={view} />}
          </div>
        </fieldset>
        <noscript><button>{listen.go}</button></noscript>
      </form>
    </openfloor-channels>
  );
}

/** The picture of the sign-language channel: it can be had beside any sound, so it isn't one of the choices. */
function SignLanguage({ view }: { readonly view: MeetingView }) {
  return (
    <label class="pill pill-view">
      <input type="checkbox" data-second-picture />
      <Sign name="hands" />
      <span class="pill-name">{view.page.words.listen.signLanguage}</span>
    </label>
  );
}

function Pill({ view, channel }: { readonly view: MeetingView; readonly channel: ChannelView }) {
  const { page } = view;
  const facts = describe(view, channel);
  return (
    <label class={`pill pill-${channel.role}`} title={facts.join('\n')}>
      <input type="radio" name="ch" value={channel.key} checked={channel.key === view.open?.key} disabled={(channel.media?.sound.length ?? 0) === 0} />
      <span class="pill-name" lang={channel.nameLang} dir={channel.nameDir}>{pillName(channel)}</span>
      {channel.role === 'machine-voice' ? <span class="pill-sign" aria-hidden="true">{page.words.listen.machineSign}</span> : null}
      {view.withWords.has(channel.key) ? <Sign name="words" /> : null}
      {channel.faulty || channel.gaps > 0 ? <Sign name="warning" /> : null}
      <span class="visually-hidden">{`, ${facts.join('. ')}`}</span>
    </label>
  );
}

// The sign beside it says in the reader's language that a machine reads; its name would say so again in its own.
const pillName = (channel: ChannelView): string => (channel.role === 'machine-voice' ? endonym(channel.language) : channel.name);

/** What a channel is and offers, one fact each: for the tooltip and for those who listen to the page. */
function describe({ page, meeting, withWords }: MeetingView, channel: ChannelView): readonly string[] {
  const { listen } = page.words;
  const spoken = meeting.floorLanguages.map((tag) => languageName(tag, page.language));
  return [
    roleWords(channel.role, page),
    ...(channel.role === 'floor' && spoken.length > 0 ? [list(spoken, page.language)] : []),
    ...(withWords.has(channel.key) ? [browseWords(page.language).words.has] : []),
    ...((channel.media?.voice.length ?? 0) > 0 ? [listen.voice] : []),
    ...(channel.gaps > 0 ? [sayCount(listen.gaps, channel.gaps, page.language)] : []),
    ...(channel.faulty ? [listen.fault] : []),
  ];
}

function PlannedLanguages({ view }: { readonly view: MeetingView }) {
  return (
    <div class="listen">
      <p class="listen-title"><Sign name="sound" /><span>{view.page.words.listen.planned}</span></p>
      <ul class="pills">
        {view.channels.map((channel) => (
          <li class="pill"><span class="pill-name" lang={channel.nameLang} dir={channel.nameDir}>{channel.name}</span></li>
        ))}
      </ul>
    </div>
  );
}
