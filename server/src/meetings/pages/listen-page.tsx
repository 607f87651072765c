import { SaveBox, listeningWords, type SavableChannel } from '#offline/index.ts';
import { at, Layout, plain, say } from '#web/index.ts';
import { About } from './about.tsx';
import type { ChannelView } from './channel-view.ts';
import { TurnList } from './interventions.tsx';
import { browseWords } from './locales/index.ts';
import { MeetingHead } from './meeting-head.tsx';
import type { MeetingView } from './meeting-view.ts';
import { Authentic, Documents } from './papers.tsx';
import type { Reading } from './reading.ts';
import { viewReading } from './reading-view.ts';
import { SpokenWords } from './spoken.tsx';

/** Sound and text of a meeting in one channel, and nothing else: for slow lines, and what is saved for listening offline. */
export function ListenPage({ view, channel, reading }: { readonly view: MeetingView; readonly channel: ChannelView; readonly reading: Reading }) {
  const { page, meeting } = view;
  const words = listeningWords(page.language);
  const title = say(words.title, { title: plain(meeting.title, page) });
  return (
    <Layout page={page} watching title={title} indexed={false} scripts={['listen.js']}>
      <article class="listen-page">
        <p><a href={`${at(page, `meetings/${meeting.slug}`)}?ch=${encodeURIComponent(channel.key)}`}>{words.back}</a></p>
        <MeetingHead view={view} />
        <p class="offline-note" data-offline hidden>{words.offline}</p>
        <Sound view={view} channel={channel} />
        <Languages view={view} channel={channel} />
        <section aria-labelledby="interventions-title">
          <h2 id="interventions-title">{page.words.meeting.interventions}</h2>
          {view.turns.length === 0 ? <p class="quiet">{page.words.meeting.noInterventions}</p> : <TurnList view={view} />}
        </section>
        {reading.columns.length > 0 ? <section aria-labelledby="words-title"><h2 id="words-title">{browseWords(page.language).words.title}</h2><SpokenWords view={view} reading={reading} read={viewReading(reading, view.turns)} /></section> : null}
        <SaveBox page={page} slug={meeting.slug} channels={savable(view).filter(({ key }) => key === channel.key)} chosen={channel.key} linksToLight={false} />
        <About view={view} />
        <Documents view={view} />
        <Authentic view={view} />
      </article>
    </Layout>
  );
}

function Sound({ view, channel }: { readonly view: MeetingView; readonly channel: ChannelView }) {
  const [before, after] = listeningWords(view.page.language).sound.split('{channel}');
  const seconds = view.startMs / 1000;
  return (
    <div class="listen-sound">
      <p>{before}<bdi lang={channel.nameLang} dir={channel.nameDir} data-channel-name>{channel.name}</bdi>{after}</p>
      <audio controls preload="none" src={`${soundAddress(view, channel) ?? ''}${seconds > 0 ? `#t=${seconds}` : ''}`} aria-label={channel.name} data-start={seconds}></audio>
    </div>
  );
}

function Languages({ view, channel }: { readonly view: MeetingView; readonly channel: ChannelView }) {
  const others = view.channels.filter((other) => other.key !== channel.key && soundAddress(view, other) !== null);
  if (others.length === 0) return null;
  return (
    <details class="listen-languages">
      <summary>{listeningWords(view.page.language).languages}</summary>
      <ul>{others.map(({ key, name, nameLang, nameDir }) => <li><a href={`?ch=${encodeURIComponent(key)}`} lang={nameLang} dir={nameDir}>{name}</a></li>)}</ul>
    </details>
  );
}

/**
 * The one file in which a channel can be heard from beginning to end: the small one, else the full one. A meeting in
 * parts is put together for it, under an address that changes with the parts, so that nobody joins old sound to new.
 */
export function soundAddress({ meeting }: Pick<MeetingView, 'meeting'>, { key, media }: ChannelView): string | null {
  const kind = (media?.voice.length ?? 0) > 0 ? 'voice' : 'sound';
  const files = media?.[kind] ?? [];
  const [only] = files;
  if (only === undefined) return null;
  const recording = only.split('/').at(-2) ?? '';
  const query = new URLSearchParams({ ch: key, sound: kind, of: `${recording}-${files.length}` });
  return files.length === 1 ? only : `/media/${meeting.id}/download.m4a?${query.toString()}`;
}

/** The channels of which there is something to save, with what they take. */
export function savable(view: MeetingView): readonly SavableChannel[] {
  return view.channels.filter((channel) => soundAddress(view, channel) !== null).map(({ key, name, nameLang, nameDir, media }) => {
    const bytes = (media?.voice.length ?? 0) > 0 ? media?.voiceBytes : media?.soundBytes;
    return { key, name, lang: nameLang, dir: nameDir, bytes: bytes === undefined || bytes === 0 ? null : bytes };
  });
}
