import { at, Layout, plain, say } from '#web/index.ts';
import { browseWords } from './locales/index.ts';
import { MeetingHead } from './meeting-head.tsx';
import type { MeetingView } from './meeting-view.ts';
import { textChoices, type Reading } from './reading.ts';
import { ReadingTools } from './reading-tools.tsx';
import { viewReading } from './reading-view.ts';
import { SpokenWords } from './spoken.tsx';
import { TextName, voiceOf } from './text-kind.tsx';
import { wordsAddresses } from './words-addresses.ts';
import { WordsData } from './words-data.tsx';

/** The words of one channel, or its record, as a page: to be read, heard from a screen reader, printed and found. */
export function WordsPage({ view, reading }: { readonly view: MeetingView; readonly reading: Reading }) {
  const { page, meeting } = view;
  const { words, reading: texts } = browseWords(page.language);
  const { own } = reading;
  const back = `${at(page, `meetings/${meeting.slug}`)}?${new URLSearchParams({ ch: own.channel.key }).toString()}`;
  const read = viewReading(reading, view.turns);
  const name = own.record ? `${own.channel.name}, ${texts.record}` : own.channel.name;
  return (
    <Layout page={page} watching title={`${plain(meeting.title, page)} · ${name}`} description={say(words.pageTitle, { channel: name })} {...wordsAddresses(view, reading)} licence={meeting.rights?.url ?? null}>
      <WordsData view={view} reading={reading} name={name} />
      <article class={reading.columns.length > 1 ? 'words-page words-beside' : 'words-page'}>
        <MeetingHead view={view} />
        <p class="words-ways"><a href={back}>{words.back}</a> <a href={at(page, `meetings/${meeting.slug}/words`)}>{texts.texts}</a></p>
        <h2>{words.title}: <TextName choice={own} />{own.record ? `, ${voiceOf(own, page)}` : ''}</h2>
        <ReadingTools view={view} reading={reading} choices={textChoices(view)} hits={read.hits} live={false} />
        <SpokenWords view={view} reading={reading} read={read} />
        <Files view={view} reading={reading} />
        <p class="print-address" dir="ltr">{page.address.origin + page.address.pathname}</p>
      </article>
    </Layout>
  );
}

const FILES = { vtt: 'WebVTT', srt: 'SRT', ttml: 'TTML', docx: 'DOCX', txt: 'TXT' } as const;

function Files({ view, reading: { columns: [own] } }: { readonly view: MeetingView; readonly reading: Reading }) {
  const { words } = browseWords(view.page.language);
  if (!own) return null;
  const address = `/api/v1/meetings/${encodeURIComponent(view.meeting.slug)}/texts/${encodeURIComponent(own.channel.key)}?kind=${own.text.kind}&language=${encodeURIComponent(own.text.language)}&format=`;
  return <p class="words-files">{words.files}: {Object.entries(FILES).map(([format, name]) => <><a class="file" href={address + format} lang="en" download=""><bdi>{name}</bdi></a> </>)}</p>;
}
