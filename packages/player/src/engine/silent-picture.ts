import { loadHls } from './hls-engine.ts';

// It follows another picture and is small: what is fetched ahead is fetched in vain after each seek.
const BUFFER = { maxBufferLength: 15, maxMaxBufferLength: 20, backBufferLength: 15 };
const MAX_RECOVERIES = 3;

/**
 * Opens a media playlist of pictures in a `<video>` of its own, through hls.js or the browser's own HLS. `onFailed` is
 * called once, when nothing more can be done. Ends with `signal`.
 */
export async function openSilentPicture(picture: HTMLVideoElement, url: string, startSeconds: number, onFailed: () => void, signal: AbortSignal): Promise<void> {
  const { default: HlsClass } = await loadHls();
  if (signal.aborted) return;
  if (!HlsClass.isSupported()) return openNative(picture, url, startSeconds, onFailed, signal);
  const hls = new HlsClass({ ...BUFFER, startPosition: startSeconds, enableWorker: false });
  signal.addEventListener('abort', () => hls.destroy(), { once: true });
  let recoveries = 0;
  hls.on(HlsClass.Events.ERROR, (_event, { fatal, type }) => {
    if (!fatal) return;
    recoveries += 1;
    if (recoveries <= MAX_RECOVERIES && type === HlsClass.ErrorTypes.MEDIA_ERROR) return hls.recoverMediaError();
    if (recoveries <= MAX_RECOVERIES && type === HlsClass.ErrorTypes.NETWORK_ERROR && hls.levels.length > 0) return hls.startLoad();
    hls.destroy();
    onFailed();
  });
  hls.loadSource(url);
  hls.attachMedia(picture);
}

function openNative(picture: HTMLVideoElement, url: string, startSeconds: number, onFailed: () => void, signal: AbortSignal): void {
  picture.addEventListener('error', onFailed, { signal });
  picture.addEventListener('loadedmetadata', () => { picture.currentTime = startSeconds; }, { once: true, signal });
  picture.src = url;
  signal.addEventListener('abort', () => { picture.removeAttribute('src'); picture.load(); }, { once: true });
}
