import { at, Layout, say, type Page } from '#web/index.ts';
import type { ClipPageView } from './clip-view.ts';
import { clipWords } from './locales/index.ts';

/** The files of a clip: a form that works without a script. */
export function ClipDownloads({ clip: { shown, view }, id }: { readonly clip: ClipPageView; readonly id: string }) {
  const { page, channels, withWords, media } = view;
  const { files } = clipWords(page.language);
  if (shown.place.range === null || !view.playable) return null;
  const worded = channels.filter(({ key }) => withWords.has(key));
  const texts = worded.find(({ key }) => key === shown.channel.key);
  return (
    <section id="files" aria-labelledby="files-title">
      <h2 id="files-title">{files.title}</h2>
      <form class="clip-files" method="get" action={at(page, `clips/${id}/file`)}>
        <div class="field">
          <label for="file-ch">{files.channel}</label>
          <select id="file-ch" name="ch">{channels.map(({ key, name, nameLang }) => <option value={key} lang={nameLang} selected={key === shown.channel.key}>{name}</option>)}</select>
        </div>
        {media?.hasPicture === true ? (
          <fieldset>
            <legend>{files.form}</legend>
            <label><input type="radio" name="form" value="mp4" checked /><span>{files.video}</span></label>
            <label><input type="radio" name="form" value="m4a" /><span>{files.sound}</span></label>
          </fieldset>
        ) : <input type="hidden" name="form" value="m4a" />}
        {worded.length === 0 || media?.hasPicture !== true ? null : (
          <>
            <fieldset aria-describedby="captions-hint">
              <legend>{files.captions}</legend>
              {worded.map(({ key, name, nameLang }) => <label><input type="checkbox" name="captions" value={key} /><bdi lang={nameLang}>{name}</bdi></label>)}
              <p class="quiet" id="captions-hint">{files.captionsHint}</p>
            </fieldset>
            <fieldset>
              <legend>{files.how}</legend>
              <label><input type="radio" name="burnt" value="0" checked /><span>{files.beside}</span></label>
              <label><input type="radio" name="burnt" value="1" /><span>{files.burnt}</span></label>
            </fieldset>
          </>
        )}
        <button class="button" data-file>{files.go}</button>
      </form>
      <p>
        {files.texts}{': '}
        <a href={`/api/v1/clips/${id}/text?lang=${page.language}`}>{files.reference}</a>
        {texts ? <>{' · '}<a href={`/api/v1/clips/${id}/captions/${encodeURIComponent(texts.key)}?format=vtt`} download="">WebVTT</a>{' · '}<a href={`/api/v1/clips/${id}/captions/${encodeURIComponent(texts.key)}?format=srt`} download="">SubRip</a></> : null}
      </p>
    </section>
  );
}

/** How far a file is; the page asks again by itself. */
export function MakingPage({ page, id, state }: {
  readonly page: Page; readonly id: string;
  readonly state: { readonly state: 'making'; readonly done: number } | { readonly state: 'failed' } | { readonly state: 'ready'; readonly address: string };
}) {
  const { making } = clipWords(page.language);
  const title = state.state === 'making' ? making.title : state.state === 'ready' ? making.ready : making.failed;
  return (
    <Layout page={page} watching title={title} indexed={false}>
      <article class="prose" data-file-state={state.state}>
        <h1>{title}</h1>
        {state.state === 'making' ? (
          <>
            <p>{making.text}</p>
            <progress max={100} value={Math.round(state.done * 100)} aria-label={making.title}></progress>
            <p role="status">{say(making.done, { percent: String(Math.round(state.done * 100)) })}</p>
          </>
        ) : state.state === 'ready' ? <p><a class="button" href={state.address} download="">{making.save}</a></p> : <p>{making.failedText}</p>}
        <p><a href={at(page, `clips/${id}`)}>{making.back}</a></p>
      </article>
    </Layout>
  );
}
