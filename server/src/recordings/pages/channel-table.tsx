import { Figures, type Page } from '#web/index.ts';
import { amount } from './check-words.ts';
import type { RecordedChannel } from './recorded-channel.ts';

/** Each channel's levels and where its sound comes from. */
export function ChannelTable({ page, channels }: { readonly page: Page; readonly channels: readonly RecordedChannel[] }) {
  const { recording } = page.words;
  if (channels.length === 0) return null;
  return (
    <section aria-labelledby="channels">
      <h2 id="channels">{recording.channels}</h2>
      <div class="wide" tabindex={0} role="group" aria-labelledby="channels">
        <table>
          <thead>
            <tr>
              <th scope="col">{recording.channel}</th><th scope="col">{recording.loudness}</th><th scope="col">{recording.truePeak}</th>
              <th scope="col">{recording.gain}</th><th scope="col">{recording.origin}</th>
            </tr>
          </thead>
          <tbody>{channels.map((channel) => <Row page={page} channel={channel} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ page, channel }: { readonly page: Page; readonly channel: RecordedChannel }) {
  const { recording } = page.words;
  const { loudnessLufs, truePeakDbtp, levelledDb, copied, sound } = channel.media;
  return (
    <tr>
      <th scope="row"><bdi lang={channel.nameLang}>{channel.name}</bdi></th>
      <td><Level value={loudnessLufs === null ? null : amount(loudnessLufs, 'lufs', page)} /></td>
      <td><Level value={truePeakDbtp === null ? null : amount(truePeakDbtp, 'dbtp', page)} /></td>
      <td><Level value={levelledDb === 0 ? null : amount(levelledDb, 'db', page)} /></td>
      <td>{sound.length === 0 ? <span class="quiet">–</span> : copied ? recording.copied : recording.encoded}</td>
    </tr>
  );
}

function Level({ value }: { readonly value: string | null }) {
  return value === null ? <span class="quiet">–</span> : <Figures>{value}</Figures>;
}
