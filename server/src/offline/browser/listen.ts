import { followTurns, goTo } from './follow-turns.ts';
import { registerWorker, savesData } from './register-worker.ts';
import { SaveElement } from './save-element.ts';
import { readFile } from './saved-store.ts';

// The light page of a meeting: sound and text. It works without this; here the list follows, and the place is kept.
customElements.define('openfloor-save', SaveElement);
if (!savesData()) void registerWorker().catch(() => false);

const audio = document.querySelector('audio');
if (audio) {
  followTurns(audio, document);
  // A copy from this device was rendered without the time that this address asks for.
  const at = Number(document.querySelector<HTMLElement>('[data-start]')?.dataset['start'] ?? 0) || seconds(new URLSearchParams(location.search).get('t'));
  if (at > 0) goTo(audio, at);
  if ('mediaSession' in navigator) {
    navigator.mediaSession.metadata = new MediaMetadata({ title: document.querySelector('h1')?.textContent ?? '', artist: document.querySelector('[data-channel-name]')?.textContent ?? '' });
  }
}
const notice = document.querySelector<HTMLElement>('[data-offline]');
if (notice && !navigator.onLine && 'caches' in window && await readFile(location.pathname + location.search)) notice.hidden = false;

/** `1h02m03s` or seconds, as addresses have it. */
function seconds(t: string | null): number {
  const [, h = '0', m = '0', s = '0'] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(t ?? '') ?? [];
  return Number(h) * 3600 + Number(m) * 60 + Number(s);
}
