import { FeatureReader, FRAME_MS } from './features.ts';
import type { Span } from './span.ts';
import { findSpeech } from './speech.ts';

/** Where somebody speaks in a sound. */
export interface SpeechSpans {
  /** In order, apart by pauses of 120 ms at least. Edges are right to some 40 ms in clear sound. */
  readonly speech: readonly Span[];
  /** Whole ms of the sound. */
  readonly lengthMs: number;
}

/** Mono sound from its beginning on. */
export interface SoundToRead {
  /** In pieces of any length: floats from -1 to 1, or 16 bit. */
  readonly sound: AsyncIterable<Float32Array | Int16Array>;
  /** Hz. */
  readonly sampleRate: number;
  readonly signal?: AbortSignal;
}

/**
 * Finds where somebody speaks and where the pauses are, by loudness against the noise of the minute around, so that a quiet booth
 * and a loud hall are alike. It takes about 2 s and 2 MB for each hour. Rejects with the signal's reason and with what the sound throws.
 */
export async function findSpeechSpans({ sound, sampleRate, signal }: SoundToRead): Promise<SpeechSpans> {
  const reader = new FeatureReader(sampleRate, { bands: false });
  let samples = 0;
  for await (const piece of sound) {
    signal?.throwIfAborted();
    reader.push(piece);
    samples += piece.length;
  }
  const lengthMs = Math.round((samples / sampleRate) * 1000);
  const spans = spansOf(findSpeech(reader.end().levels));
  return { speech: spans.map(({ startMs, endMs }) => ({ startMs, endMs: Math.min(endMs, lengthMs) })), lengthMs };
}

/** The stretches of frames that are 1. */
function spansOf(frames: Uint8Array): Span[] {
  const spans: Span[] = [];
  for (let from = frames.indexOf(1); from >= 0;) {
    const end = frames.indexOf(0, from);
    const to = end < 0 ? frames.length : end;
    spans.push({ startMs: from * FRAME_MS, endMs: to * FRAME_MS });
    from = frames.indexOf(1, to);
  }
  return spans;
}
