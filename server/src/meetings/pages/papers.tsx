import type { Child } from 'hono/jsx';
import { languageName } from '#platform/i18n/index.ts';
import { at, Figures, number, Sign, Words } from '#web/index.ts';
import { ForArchives } from './for-archives.tsx';
import type { MeetingView } from './meeting-view.ts';

/** The documents of the meeting. */
export function Documents({ view }: { readonly view: MeetingView }) {
  const { page, meeting } = view;
  const { words } = page;
  return (
    <section id="documents" aria-labelledby="documents-title">
      <h2 id="documents-title">{words.meeting.documents}</h2>
      {meeting.documents.length === 0 ? <p class="quiet">{words.meeting.noDocuments}</p> : (
        <ul class="documents">
          {meeting.documents.map(({ symbol, title, url }) => {
            const name = <Words text={title} page={page} />;
            return (
              <li>
                <Sign name="document" />
                <span>{url === null ? name : <a href={url}>{name}</a>}{symbol === null ? null : <span class="symbol"><Figures>{symbol}</Figures></span>}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** Each channel as a file, the address for other players, and how the recording was made. */
export function Downloads({ view }: { readonly view: MeetingView }) {
  const { page, meeting, media, channels, playable } = view;
  const { downloads } = page.words;
  if (!playable || !media) return null;
  return (
    <section id="downloads" aria-labelledby="downloads-title">
      <h2 id="downloads-title">{page.words.meeting.downloads}</h2>
      <p>{downloads.lead}</p>
      <div class="wide" tabindex={0} role="group" aria-labelledby="downloads-title">
        <table class="downloads">
          <thead><tr><th scope="col">{downloads.channel}</th><th scope="col">{downloads.soundFile}</th><th scope="col">{downloads.voiceFile}</th>{media.hasPicture ? <th scope="col">{page.words.recording.picture}</th> : null}</tr></thead>
          <tbody>
            {channels.map(({ key, name, nameLang, media: own }) => (
              <tr>
                <th scope="row"><bdi lang={nameLang}>{name}</bdi></th>
                <td><Files view={view} addresses={own?.sound ?? []}>{downloads.soundFile}: <bdi lang={nameLang}>{name}</bdi></Files></td>
                <td><Files view={view} addresses={own?.voice ?? []}>{downloads.voiceFile}: <bdi lang={nameLang}>{name}</bdi></Files></td>
                {media.hasPicture ? <td><Whole view={view} channel={key}><bdi lang={nameLang}>{name}</bdi></Whole></td> : null}
              </tr>
            ))}
            {media.hasPicture && channels.length > 1 ? (
              <tr>
                <th scope="row" colspan={3}>{languageName('mul', page.language)}</th>
                <td><Whole view={view} channel={null}>{languageName('mul', page.language)}</Whole></td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </div>
      <p><a href={media.hls ?? ''}>{downloads.playlist}</a></p>
      <p><a href={at(page, `meetings/${meeting.slug}/recording`)}>{downloads.recording}</a></p>
      <ForArchives view={view} />
    </section>
  );
}

/** The picture with one language, or with all of them: one file, put together when somebody asks for it. */
function Whole({ view, channel, children }: { readonly view: MeetingView; readonly channel: string | null; readonly children?: Child }) {
  const address = `/media/${view.meeting.id}/download.mp4${channel === null ? '' : `?ch=${encodeURIComponent(channel)}`}`;
  return <a class="file" href={address} download="" rel="nofollow"><Sign name="download" />MP4<span class="visually-hidden">{`, ${view.page.words.recording.picture}: `}{children}</span></a>;
}

/** One link, or a numbered one for each part; what is inside says of what, to those who hear the link alone. */
function Files({ view, addresses, children }: { readonly view: MeetingView; readonly addresses: readonly string[]; readonly children?: Child }) {
  if (addresses.length === 0) return <span class="quiet">{view.page.words.downloads.none}</span>;
  return <>{addresses.map((address, part) => {
    const ending = /\.(\w{1,4})$/.exec(address)?.[1]?.toUpperCase() ?? 'MP4';
    const text = addresses.length === 1 ? ending : `${ending} ${number(part + 1, view.page.language, 0)}`;
    return <a class="file" href={address} download=""><Sign name="download" />{text}<span class="visually-hidden">, {children}</span></a>;
  })}</>;
}

/** What is the authentic word and what only helps to follow. */
export function Authentic({ view }: { readonly view: MeetingView }) {
  const { authentic } = view.page.words;
  const machine = view.channels.some(({ role }) => role === 'machine-voice');
  return (
    <aside class="authentic" aria-labelledby="authentic-title">
      <h2 id="authentic-title">{authentic.title}</h2>
      <p>{authentic.text}</p>
      {machine ? <p>{authentic.machine}</p> : null}
    </aside>
  );
}
