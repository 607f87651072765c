import { at, Layout, plain, say } from '#web/index.ts';
import { MeetingHead } from './meeting-head.tsx';
import { browseWords } from './locales/index.ts';
import type { MeetingView } from './meeting-view.ts';
import { SpokenWords, type Spoken } from './spoken.tsx';

/** The words of one channel as a page: to be read, heard from a screen reader, printed and found. */
export function WordsPage({ view, spoken }: { readonly view: MeetingView; readonly spoken: Spoken }) {
  const { page, meeting } = view;
  const { words } = browseWords(page.language);
  const { channel } = spoken;
  const back = `${at(page, `meetings/${meeting.slug}`)}?${new URLSearchParams({ ch: channel.key }).toString()}`;
  return (
    <Layout page={page} title={`${plain(meeting.title, page)} · ${channel.name}`} description={say(words.pageTitle, { channel: channel.name })}>
      <article class="words-page">
        <MeetingHead view={view} />
        <p><a href={back}>{words.back}</a></p>
        <h2>{words.title}: <bdi lang={channel.nameLang}>{channel.name}</bdi></h2>
        <SpokenWords view={view} spoken={spoken} />
        <Files view={view} spoken={spoken} />
        <p class="print-address" dir="ltr">{page.address.origin + page.address.pathname}</p>
      </article>
    </Layout>
  );
}

const FILES = { vtt: 'WebVTT', srt: 'SRT', ttml: 'TTML', txt: 'TXT' } as const;

function Files({ view, spoken: { channel, text } }: { readonly view: MeetingView; readonly spoken: Spoken }) {
  const { words } = browseWords(view.page.language);
  const address = `/api/v1/meetings/${encodeURIComponent(view.meeting.slug)}/texts/${encodeURIComponent(channel.key)}?kind=${text.kind}&format=`;
  return <p class="words-files">{words.files}: {Object.entries(FILES).map(([format, name]) => <><a class="file" href={address + format} lang="en" download=""><bdi>{name}</bdi></a> </>)}</p>;
}
