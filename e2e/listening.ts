import type { Page } from 'playwright-core';
import { PILOT_HZ } from '../fixtures/sound/index.ts';

/** Presses play and waits until the picture (or the sound) moves. */
export async function press(page: Page): Promise<void> {
  await page.locator('openfloor-stage button.play').click();
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLMediaElement>('video, audio')].some((media) => media.currentTime > 0.5 && !media.paused), undefined, { timeout: 20_000 });
}

/** Chooses a channel as a person does: by its pill in the bar. */
export async function listenIn(page: Page, key: string): Promise<void> {
  await page.locator(`openfloor-channels input[value="${key}"]`).check({ force: true });
}

/** The pilot tone that comes out of the page's media element now, in Hz: which channel is heard. */
export async function audiblePilot(page: Page): Promise<number> {
  return page.evaluate(async (pilots) => {
    type Probe = { readonly analyser: AnalyserNode; readonly context: AudioContext };
    const holder = window as Window & { openfloorProbe?: Probe };
    if (!holder.openfloorProbe) {
      const media = [...document.querySelectorAll<HTMLMediaElement>('video, audio')].find((one) => !one.paused);
      if (!media) return 0;
      const context = new AudioContext();
      // The captured stream is what the element plays; it leaves the page's own audio graph alone.
      const stream = (media as HTMLMediaElement & { captureStream(): MediaStream }).captureStream();
      const analyser = new AnalyserNode(context, { fftSize: 32_768, smoothingTimeConstant: 0 });
      new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(analyser);
      await context.resume();
      holder.openfloorProbe = { analyser, context };
    }
    const { analyser, context } = holder.openfloorProbe;
    await new Promise((resolve) => { setTimeout(resolve, 700); });
    const levels = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(levels);
    const level = (hz: number) => levels[Math.round((hz * analyser.fftSize) / context.sampleRate)] ?? -Infinity;
    return [...pilots].sort((a, b) => level(b) - level(a))[0] ?? 0;
  }, PILOT_HZ);
}
