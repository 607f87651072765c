import type { Page } from 'playwright-core';
import { PILOT_HZ } from '../fixtures/sound/index.ts';

/** What came out of a page at a moment: the pilot that was loudest, and whether it stood out. */
export interface Heard {
  /** `performance.now()` of the page. */
  readonly at: number;
  readonly hz: number;
  /** Linear level of each pilot in the order of `PILOT_HZ`. */
  readonly levels: readonly number[];
}

/** What the page recorded since `beginHearing`. */
export interface Hearing {
  readonly heard: readonly Heard[];
  /** When each picture was shown, `performance.now()`. */
  readonly frames: readonly number[];
  /** Each choice of a channel: its key and when the choice was made. */
  readonly choices: readonly { readonly key: string; readonly at: number }[];
}

interface Ears {
  readonly outputs: Set<{ readonly context: BaseAudioContext; readonly tap: AudioNode }>;
  readonly routed: WeakSet<HTMLMediaElement>;
}
type EarsWindow = Window & { openfloorEars?: Ears; openfloorHearing?: { heard: Heard[]; frames: number[]; choices: { key: string; at: number }[] } };

/**
 * Lets a page be heard as a whole: what its media element plays, at the volume it has, together with everything that
 * goes out by Web Audio. Call before the page is opened.
 */
export async function giveEars(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const ears: Ears = { outputs: new Set(), routed: new WeakSet() };
    (window as EarsWindow).openfloorEars = ears;
    const connect = AudioNode.prototype.connect as (this: AudioNode, ...args: unknown[]) => AudioNode;
    AudioNode.prototype.connect = function listenIn(this: AudioNode, ...args: unknown[]): AudioNode {
      const [to] = args;
      if (to instanceof AudioDestinationNode && !(this instanceof AnalyserNode)) {
        const tap = new AnalyserNode(this.context, { fftSize: 1024 });
        connect.call(this, tap);
        ears.outputs.add({ context: this.context, tap });
      }
      return connect.apply(this, args);
    };
    const source = AudioContext.prototype.createMediaElementSource;
    AudioContext.prototype.createMediaElementSource = function take(media) {
      ears.routed.add(media);
      return source.call(this, media);
    };
  });
}

/** Begins to record what is heard, which pictures are shown and which channels are chosen. The page must be playing. */
export async function beginHearing(page: Page): Promise<void> {
  await page.evaluate(async (pilots) => {
    const here = window as EarsWindow;
    const ears = here.openfloorEars;
    const media = [...document.querySelectorAll<HTMLVideoElement>('video')].find((one) => !one.paused);
    if (!ears || !media) throw new Error('nothing plays, or the page has no ears');
    const hearing = { heard: [] as Heard[], frames: [] as number[], choices: [] as { key: string; at: number }[] };
    here.openfloorHearing = hearing;
    const context = new AudioContext();
    const stream = (media as HTMLVideoElement & { captureStream(): MediaStream }).captureStream();
    const element = new AnalyserNode(context, { fftSize: 1024 });
    new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(element);
    await context.resume();
    const window1024 = Float32Array.from({ length: 1024 }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / 1024));
    const samples = new Float32Array(1024);
    const levelsOf = (tap: AnalyserNode, volume: number): number[] => {
      tap.getFloatTimeDomainData(samples);
      return pilots.map((hz) => {
        const turn = (2 * Math.PI * hz) / tap.context.sampleRate;
        let [re, im] = [0, 0];
        for (let i = 0; i < 1024; i++) {
          const value = (samples[i] ?? 0) * (window1024[i] ?? 0);
          re += value * Math.cos(turn * i);
          im += value * Math.sin(turn * i);
        }
        return (Math.hypot(re, im) / 256) * volume;
      });
    };
    const listen = (): void => {
      const volume = ears.routed.has(media) || media.muted ? 0 : media.volume;
      const all = [levelsOf(element, volume), ...[...ears.outputs].map(({ context: own, tap }) => levelsOf(tap as AnalyserNode, own.state === 'running' ? 1 : 0))];
      const levels = pilots.map((_, i) => Math.max(...all.map((one) => one[i] ?? 0)));
      const loudest = levels.indexOf(Math.max(...levels));
      hearing.heard.push({ at: performance.now(), hz: pilots[loudest] ?? 0, levels });
      setTimeout(listen, 4);
    };
    listen();
    const frame = (now: number): void => {
      hearing.frames.push(now);
      media.requestVideoFrameCallback(frame);
    };
    if ('requestVideoFrameCallback' in media) media.requestVideoFrameCallback(frame);
    document.addEventListener('change', ({ target, timeStamp }) => {
      if (target instanceof HTMLInputElement && target.name === 'ch') hearing.choices.push({ key: target.value, at: timeStamp });
    }, { capture: true });
  }, PILOT_HZ);
}

/** What was recorded so far. */
export async function hearingOf(page: Page): Promise<Hearing> {
  return page.evaluate(() => {
    const hearing = (window as EarsWindow).openfloorHearing;
    if (!hearing) throw new Error('nobody listens');
    return hearing;
  });
}

/** How long after a choice its pilot was the loudest and stayed so for 150 ms; in ms, `null` when it never was. */
export function delayOf(hearing: Hearing, choiceAt: number, hz: number): number | null {
  const after = hearing.heard.filter(({ at }) => at >= choiceAt);
  const first = after.findIndex((one, i) => one.hz === hz && after.slice(i).filter(({ at }) => at < one.at + 150).every((next) => next.hz === hz));
  const found = after[first];
  return found ? found.at - choiceAt : null;
}

/** The gaps between pictures in ms, longest first, between two moments. */
export function gapsOf({ frames }: Hearing, from = 0, to = Infinity): readonly number[] {
  const within = frames.filter((at) => at >= from && at <= to);
  return within.slice(1).map((at, i) => at - (within[i] ?? at)).sort((a, b) => b - a);
}
