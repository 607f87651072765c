import { at, say, scriptJson, type Page } from '#web/index.ts';
import { offlineWords } from './locales/index.ts';
import { sizeIn } from './size.domain.ts';

/** A channel that can be saved. */
export interface SavableChannel {
  readonly key: string;
  readonly name: string;
  readonly lang: string;
  readonly dir: string;
  /** About as much as its sound takes; null where that isn't known. */
  readonly bytes: number | null;
}

export interface SaveBoxProps {
  readonly page: Page;
  /** Of the meeting. */
  readonly slug: string;
  readonly channels: readonly SavableChannel[];
  /** Key of the channel that is offered first. */
  readonly chosen: string;
  /** True on the page of the meeting: links to the light page, which needs no saving. */
  readonly linksToLight: boolean;
}

/** Saves a channel on the reader's device. Without scripts it says nothing of that, and leads to the light page alone. */
export function SaveBox({ page, slug, channels, chosen, linksToLight }: SaveBoxProps) {
  const { save } = offlineWords(page.language);
  const address = (key: string): string => `${at(page, `meetings/${encodeURIComponent(slug)}/listen`)}?ch=${encodeURIComponent(key)}`;
  const first = channels.find(({ key }) => key === chosen) ?? channels[0];
  if (!first) return null;
  return (
    <section id="offline" class="offline" aria-labelledby="offline-title">
      <h2 id="offline-title">{save.title}</h2>
      {linksToLight ? <p><a href={address(first.key)} data-light>{save.light}</a></p> : null}
      <openfloor-save slug={slug} hidden>
        <script type="application/json" dangerouslySetInnerHTML={{ __html: scriptJson(save) }}></script>
        <p>{save.lead}</p>
        <div class="save-row">
          <div hidden={channels.length === 1}>
            <label for="save-channel">{save.channel}</label>
            <select id="save-channel" data-channel>
              {channels.map(({ key, name, lang, dir, bytes }) => (
                <option value={key} lang={lang} dir={dir} selected={key === first.key} data-page={address(key)} data-size={bytes === null ? '' : say(save.size, { size: sizeIn(bytes, page.language) })}>{name}</option>
              ))}
            </select>
          </div>
          <button type="button" class="button" data-start>{save.start}</button>
          <button type="button" class="button button-quiet" data-cancel hidden>{save.cancel}</button>
          <span class="quiet" data-size></span>
        </div>
        <progress max={1} value={0} aria-label={save.start} data-progress hidden></progress>
        <p role="status" data-say></p>
        <p class="save-links">
          <a href={address(first.key)} data-open hidden>{save.open}</a>
          <button type="button" class="link" data-remove hidden>{save.remove}</button>
          <a href={at(page, 'saved')}>{save.all}</a>
        </p>
      </openfloor-save>
    </section>
  );
}
