import { PassThrough } from 'node:stream';
import { hearArgs, HEARING_RATE } from '@openfloor/media';
import { findSpeechSpans } from '@openfloor/words';
import type { Tools } from '#platform/process/index.ts';
import type { HearSpeech, SoundFile, SpeechSpan } from './lag.ports.ts';

const BYTES = 2;
// A channel is heard some hundred times as fast as it was spoken; one that takes as long as the meeting is stuck.
const LEAST_MS = 10 * 60_000;
const NICE = 15;

/** Listens to a channel's packaged files through ffmpeg, as they are decoded: nothing of the sound is kept. */
export const createHearSpeech = (tools: Tools): HearSpeech => async (files, signal) => {
  const found: SpeechSpan[] = [];
  for (const file of files) {
    const spans = await hearFile(tools, file, signal);
    found.push(...spans.map(({ startMs, endMs }) => ({ startMs: startMs + file.startMs, endMs: endMs + file.startMs })));
  }
  return found.toSorted((a, b) => a.startMs - b.startMs);
};

async function hearFile(tools: Tools, { path, durationMs }: SoundFile, signal: AbortSignal): Promise<readonly SpeechSpan[]> {
  const decoded = new PassThrough();
  const run = tools.run({
    tool: 'ffmpeg', argv: hearArgs(path, 0, durationMs / 1000), signal, timeoutMs: Math.max(LEAST_MS, durationMs), nice: NICE, onStdout: (chunk) => decoded.write(chunk),
  });
  // The listener must not wait for the rest of a run that has failed.
  const ended = run.then(() => decoded.end(), (error: unknown) => decoded.destroy(error instanceof Error ? error : new Error(String(error))));
  const [{ speech }] = await Promise.all([findSpeechSpans({ sound: samplesOf(decoded), sampleRate: HEARING_RATE, signal }), ended]);
  return speech;
}

/** 16-bit samples of bytes that come in pieces cut anywhere. */
async function* samplesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Int16Array> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of bytes) {
    const all = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const whole = all.length - (all.length % BYTES);
    rest = all.subarray(whole);
    // A copy, as samples must begin at an even place in memory.
    yield new Int16Array(new Uint8Array(all.subarray(0, whole)).buffer);
  }
}
