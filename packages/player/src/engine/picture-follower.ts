import { correct } from '../core/keep-in-step.ts';

const LOOK_MS = 250;
// A paused picture may be off by a frame.
const STILL_MS = 45;

/**
 * Keeps a silent picture in step with a media element: it plays, pauses, seeks and changes its speed with it, and what
 * it loses or gains is made up by its speed. The element never waits for it. Ends with `signal`.
 */
export function followPicture(picture: HTMLVideoElement, leader: HTMLMediaElement, signal: AbortSignal): void {
  const drift = (): number => (picture.currentTime - leader.currentTime) * 1000;
  const jump = (): void => {
    if (picture.readyState > 0 && Math.abs(drift()) > STILL_MS) picture.currentTime = leader.currentTime;
  };
  const go = (): void => {
    if (!leader.paused && !leader.seeking && leader.readyState > HTMLMediaElement.HAVE_CURRENT_DATA) void picture.play().catch(() => undefined); // tried again at the next look
  };
  const halt = (): void => {
    picture.pause();
    jump();
  };
  const look = (): void => {
    if (leader.paused || leader.seeking || picture.seeking || picture.readyState === 0) return;
    if (picture.paused) go();
    // A picture that is past its own end stands still, and so does one that waits for data: neither is out of step.
    if (picture.ended || picture.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) {
      if (Math.abs(drift()) > LOOK_MS * 2) jump();
      return;
    }
    const step = correct(drift(), leader.currentTime * 1000, leader.playbackRate);
    if ('seekMs' in step) picture.currentTime = step.seekMs / 1000;
    else if (Math.abs(picture.playbackRate - step.rate) > 0.005) picture.playbackRate = step.rate;
  };
  const on = (type: string, act: () => void): void => leader.addEventListener(type, act, { signal });
  for (const type of ['playing', 'seeked']) on(type, () => { jump(); go(); });
  for (const type of ['pause', 'waiting', 'ended']) on(type, halt);
  on('seeking', jump);
  on('ratechange', look);
  picture.addEventListener('loadeddata', () => { jump(); go(); }, { signal });
  const timer = setInterval(look, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  go();
}
