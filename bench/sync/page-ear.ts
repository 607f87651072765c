import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { measureClicks, measurePilot } from '../../fixtures/measure/index.ts';
import { SAMPLE_RATE, waveFile } from '../../fixtures/sound/index.ts';
import { median } from '../measure/statistics.ts';

/** What was heard and seen of a playing page. */
export interface Overheard {
  /** Of clicks, in milliseconds of the element's time. */
  readonly clicks: readonly number[];
  /** Of white frames, in milliseconds of their own media time. */
  readonly flashes: readonly number[];
  readonly pilotHz: number;
  /** The page plays the element through Web Audio, which takes longer. */
  readonly routed: boolean;
}

const BLOCK = 1024;
const EARS = 3;
/** Hands on what flows through, in blocks with the time of their first sample. */
const WORKLET = `
registerProcessor('overhear', class extends AudioWorkletProcessor {
  #block = new Float32Array(${BLOCK});
  #filled = 0;
  #time = 0;
  process([[samples]]) {
    if (this.#filled === 0) this.#time = currentTime;
    if (samples) this.#block.set(samples, this.#filled);
    else this.#block.fill(0, this.#filled, this.#filled + 128);
    this.#filled += 128;
    if (this.#filled === ${BLOCK}) {
      this.port.postMessage({ time: this.#time, samples: this.#block });
      this.#filled = 0;
    }
    return true;
  }
});`;

interface Marked extends Window { routedThroughWebAudio?: boolean }

/** Lets `overhear` know how the pages that this one goes to play their element. Call it before the first. */
export const watchRouting = (page: Page): Promise<unknown> => page.addInitScript(() => {
  AudioContext.prototype.createMediaElementSource = function marked(mediaElement) {
    (window as Marked).routedThroughWebAudio = true;
    return new MediaElementAudioSourceNode(this, { mediaElement });
  };
});

const LONGEST_SEEK_MS = 30_000;

/** Goes to a time of the playing element and plays on from there. Throws with the state of the element when that takes longer than anybody waits. */
export const playFrom = (page: Page, seconds: number): Promise<void> => page.evaluate(async ({ at, most }) => {
  const media = document.querySelector('video');
  if (!media) throw new Error('the page has no video');
  const limited = async (what: string, done: Promise<unknown>): Promise<void> => {
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(() => {
        const buffered = Array.from({ length: media.buffered.length }, (_, n) => `${media.buffered.start(n)}-${media.buffered.end(n)}`);
        const { currentTime, seeking, paused, ended, readyState, error } = media;
        reject(new Error(`${what} did not end, going to ${at} s: ${JSON.stringify({ currentTime, seeking, paused, ended, readyState, error: error?.message, buffered })}`));
      }, most);
    });
    await Promise.race([done, late]);
  };
  const there = new Promise((resolve) => { media.addEventListener('seeked', resolve, { once: true }); });
  media.currentTime = at;
  await limited('the seek', there);
  await limited('play()', media.play());
}, { at: seconds, most: LONGEST_SEEK_MS });

/** Listens to the playing element for some seconds, and looks at each of its frames. The page must be opened with `bypassCSP`. */
export async function overhear(page: Page, seconds: number, folder: string): Promise<Overheard> {
  const { ears, flashes, routed } = await page.evaluate(record, { seconds, worklet: WORKLET, block: BLOCK, rate: SAMPLE_RATE, count: EARS });
  const heard = await Promise.all(ears.map((ear, n) => clicksOf(ear, join(folder, `overheard-${n}.wav`))));
  const most = Math.max(...heard.map((clicks) => clicks.length));
  const { hz } = await measurePilot(join(folder, 'overheard-0.wav'), { at: 1, seconds: 0.6 });
  return { clicks: Array.from({ length: most }, (_, n) => median(heard.flatMap((clicks) => clicks[n] ?? []))), flashes, pilotHz: hz, routed };
}

type Ear = Awaited<ReturnType<typeof record>>['ears'][number];

/** When clicks were heard, in milliseconds of the element's time. */
async function clicksOf({ samples, times, ahead }: Ear, file: string): Promise<number[]> {
  await writeFile(file, waveFile(new Float32Array(Uint8Array.from(Buffer.from(samples, 'base64')).buffer), SAMPLE_RATE));
  const clicks = await measureClicks(file);
  const mediaAhead = median(ahead);
  // From a sample to the context's time of its block, and from there to the element's time.
  return clicks.map((ms) => {
    const block = Math.floor((ms / 1000) * (SAMPLE_RATE / BLOCK));
    return ((times[block] ?? Number.NaN) - (block * BLOCK) / SAMPLE_RATE + mediaAhead) * 1000 + ms;
  });
}

interface Recording { readonly seconds: number; readonly worklet: string; readonly block: number; readonly rate: number; readonly count: number }

/** Runs in the page. */
async function record({ seconds, worklet, block, rate, count }: Recording) {
  const media = [...document.querySelectorAll('video')].find((one) => !one.paused) as (HTMLVideoElement & { captureStream(): MediaStream }) | undefined;
  if (!media) throw new Error('nothing plays');
  // The captured stream is what the element plays; it leaves the page's own audio graph alone. An element feeds one at a time.
  const mediaStream = media.captureStream();
  const grow = async () => {
    const context = new AudioContext({ sampleRate: rate });
    await context.audioWorklet.addModule(URL.createObjectURL(new Blob([worklet], { type: 'text/javascript' })));
    const node = new AudioWorkletNode(context, 'overhear', { channelCount: 1, channelCountMode: 'explicit' });
    new MediaStreamAudioSourceNode(context, { mediaStream }).connect(node);
    node.connect(context.destination);
    await context.resume();
    const blocks: { readonly time: number; readonly samples: Float32Array }[] = [];
    node.port.onmessage = ({ data }: MessageEvent<{ time: number; samples: Float32Array }>) => { blocks.push(data); };
    return { context, node, blocks, ahead: [] as number[] };
  };
  // New ones each time, since what one misses while the machine is busy it is late by for ever; several, since each begins
  // anywhere within a buffer of the sound device.
  const ears = await Promise.all(Array.from({ length: count }, grow));

  const flashes: number[] = [];
  const small = new OffscreenCanvas(16, 9).getContext('2d', { willReadFrequently: true });
  let looking = true;
  const look = (_now: number, frame: { readonly mediaTime: number }) => {
    small?.drawImage(media, 0, 0, 16, 9);
    const pixels = [...small?.getImageData(0, 0, 16, 9).data ?? []];
    if (pixels.reduce((sum, value) => sum + value, 0) / pixels.length > 200) flashes.push(frame.mediaTime * 1000);
    if (looking) media.requestVideoFrameCallback(look);
  };
  media.requestVideoFrameCallback(look);

  for (const until = performance.now() + seconds * 1000; performance.now() < until;) {
    for (const { context, ahead } of ears) ahead.push(media.currentTime - context.currentTime);
    await new Promise((resolve) => { setTimeout(resolve, 40); });
  }
  looking = false;
  const heard = ears.map(({ blocks, ahead }) => {
    const bytes = new Uint8Array(blocks.length * block * 4);
    blocks.forEach(({ samples }, n) => bytes.set(new Uint8Array(samples.buffer), n * block * 4));
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return { samples: btoa(text), times: blocks.map(({ time }) => time), ahead };
  });
  for (const { context, node } of ears) {
    node.port.onmessage = null;
    await context.close();
  }
  mediaStream.getTracks().forEach((track) => track.stop());
  return { ears: heard, flashes, routed: (window as Marked).routedThroughWebAudio === true };
}
