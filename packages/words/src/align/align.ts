import type { Segment } from '../segment.ts';
import { FRAME_MS } from '../sound/features.ts';
import type { Span } from '../sound/span.ts';
import { confidences } from './confidence.ts';
import { snapEnd, snapStart } from './edges.ts';
import { listen } from './heard.ts';
import { findHoles } from './holes.ts';
import { placeSentences } from './place.ts';
import { speakReference } from './reference.ts';
import type { ReferenceVoice } from './reference-voice.ports.ts';
import { wordTimes } from './word-times.ts';

/** What is laid along what. */
export interface ToAlign {
  /** Mono sound from the channel's beginning on, in pieces of any length. */
  readonly sound: AsyncIterable<Float32Array | Int16Array>;
  /** Hz. */
  readonly sampleRate: number;
  /** In the order in which they were said; see `splitSentences`. */
  readonly sentences: readonly string[];
  /** BCP 47. */
  readonly language: string;
  readonly voice: ReferenceVoice;
  readonly signal?: AbortSignal;
  /** Told from time to time how far it is, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** A sentence with its times as they were found. */
export interface AlignedSegment extends Segment {
  /** 0 to 1: how likely it is that nothing fits as well by chance, and whether its neighbours are sure. Below 0.5 somebody should listen. */
  readonly confidence: number;
  /** Not in the sound: its times are only where it would have been. */
  readonly unspoken: boolean;
}

/** What came of it. */
export interface Alignment {
  /** One for each sentence, in their order. */
  readonly segments: readonly AlignedSegment[];
  /** Where somebody speaks and the text has nothing; whole ms. */
  readonly holes: readonly Span[];
}

// Below, sound and text have no more to do with each other than any two texts.
const LEAST_CONFIDENCE = 0.05;

/**
 * Finds when each sentence of a text is said in a sound, by comparing the sound with the text as a reference voice says it.
 * The text may lack what was said, and have what was not. Memory grows with some 20 MB for each hour's sound.
 * Rejects with the signal's reason, with what the sound throws and with what the voice throws.
 */
export async function align({ sound, sampleRate, sentences, language, voice, signal, onProgress }: ToAlign): Promise<Alignment> {
  const heard = await listen(sound, sampleRate, signal);
  const reference = await speakReference(voice, sentences, language, heard.noise, (count) => {
    signal?.throwIfAborted();
    onProgress?.((0.8 * count) / sentences.length);
  });
  const { places, trials } = placeSentences(heard, reference);
  const sure = confidences(trials);
  const found = places.map((place, n) => ((sure[n] ?? 0) < LEAST_CONFIDENCE ? null : place));
  const stretches = found.map((place) => place && { from: snapStart(heard.speech, place.from, place.to), to: snapEnd(heard.speech, place.to, place.from) });
  let clock = 0;
  const segments = sentences.map((text, n): AlignedSegment => {
    const [place, stretch] = [found[n], stretches[n]];
    const shared = { text: text.normalize('NFC'), speaker: null, language: null };
    if (!place || !stretch) return { ...shared, startMs: clock, endMs: clock, words: null, confidence: sure[n] ?? 0, unspoken: true };
    const startMs = Math.max(clock, stretch.from * FRAME_MS);
    clock = Math.max(startMs, stretch.to * FRAME_MS);
    return { ...shared, startMs, endMs: clock, words: wordTimes(text, language, place, startMs, clock), confidence: sure[n] ?? 0, unspoken: false };
  });
  onProgress?.(1);
  return { segments, holes: findHoles(heard.speech, segments) };
}
