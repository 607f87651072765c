import type { ChannelFinding } from '@openfloor/media';
import { Figures, say, Sign, type Page } from '#web/index.ts';
import { checkName, measured, noteWords, resultWords } from './check-words.ts';
import type { RecordedChannel } from './recorded-channel.ts';

/** What each check found in each channel, with the measured value; what can't be told says so. */
export function ChannelChecks({ page, channels }: { readonly page: Page; readonly channels: readonly RecordedChannel[] }) {
  const { recording } = page.words;
  const checked = channels.filter(({ media }) => media.checks.length > 0);
  if (channels.length === 0) return null;
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{recording.checks}</h2>
      <p>{recording.checksLead}</p>
      {checked.length === 0 ? <p class="quiet">{recording.noChecks}</p> : null}
      {checked.map((channel) => (
        <div class="channel-checks">
          <h3 id={`checks-${channel.key}`}><bdi lang={channel.nameLang}>{channel.name}</bdi></h3>
          <table class="checks" aria-labelledby={`checks-${channel.key}`}>
            <tbody>{channel.media.checks.map((finding) => <Finding page={page} finding={finding} channels={channels} />)}</tbody>
          </table>
        </div>
      ))}
    </section>
  );
}

function Finding({ page, finding, channels }: { readonly page: Page; readonly finding: ChannelFinding; readonly channels: readonly RecordedChannel[] }) {
  const { word, sign } = resultWords(finding.result, page);
  const value = measured(finding, page);
  const note = noteWords(finding.note, page);
  const other = channels.find(({ key }) => key === finding.other);
  return (
    <tr>
      <th scope="row">{checkName(finding.check, page)}</th>
      <td>
        <span class={`result result-${finding.result}`}><Sign name={sign} />{word}</span>
        {note === null ? null : <span class="check-note">{note}</span>}
        {other === undefined ? null : <span class="check-note">{say(page.words.recording.other, { channel: other.name })}</span>}
      </td>
      <td>{value === null ? null : <Figures>{value}</Figures>}</td>
    </tr>
  );
}
