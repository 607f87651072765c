import { z } from 'zod';
import { isAppError } from '#platform/errors/index.ts';
import type { Tools } from '#platform/process/index.ts';
import { defineJob, type JobHandler } from '#platform/queue/index.ts';
import { openChannelSound } from './channel-sound.ts';
import { SOUND_RATE, type Engine, type StartEngine } from './engine/engine.ports.ts';
import { findPassages } from './find-passages.ts';
import { isToldLanguage } from './models/model.domain.ts';
import { wholePassages } from './passages.domain.ts';
import type { ChannelSound, RecognisedPassage } from './recognition.ports.ts';
import type { Begun, RecognitionRuns } from './recognition-run.service.ts';
import { toSegments } from './segments.domain.ts';

/** Recognises one channel; hours of work, of which at most seconds are lost when it is broken off. */
export const recogniseChannel = defineJob({
  name: 'recognition.channel.v1', payload: z.object({ recognitionId: z.uuid() }), attempts: 6, leaseSeconds: 23 * 3600, priority: 10, lane: 'long',
});

export interface RecogniseDeps {
  readonly runs: RecognitionRuns;
  readonly tools: Tools;
  readonly startEngine: StartEngine;
  readonly threads: number;
}

// What is looked at at once: a minute of a channel is four megabytes, whatever its length.
const WINDOW_MS = 60_000;
// Whatever is written makes all that pages remember be read anew, so it is not written after each sentence.
const SAVE_EVERY_MS = 10_000;
const PER_MS = SOUND_RATE / 1000;

/** Makes the job's handler: it begins where it was broken off, and sorts failures into those to try again and those that are final. */
export function recogniseHandler({ runs, tools, startEngine, threads }: RecogniseDeps): JobHandler<{ readonly recognitionId: string }> {
  return async ({ recognitionId }, job) => {
    try {
      const begun = await runs.begin(recognitionId);
      if (!begun) return;
      const { model, shelf, spoken, hints } = begun;
      const language = isToldLanguage(model) && spoken.language !== 'mul' ? spoken.language : null;
      await using engine = await startEngine({ model, speechFinder: shelf.speechFinder, language, hints, threads }, job.signal);
      if (await recogniseAll({ begun, engine, sound: openChannelSound(tools, begun.files), runs, signal: job.signal })) await runs.end(recognitionId);
    } catch (error) {
      if (!job.signal.aborted && isFinal(error, job.attempt)) await runs.fail(recognitionId, error);
      throw error;
    }
  };
}

function isFinal(error: unknown, attempt: number): boolean {
  const retry = isAppError(error) ? error.retry : undefined;
  return retry === 'never' || (retry !== 'wait' && attempt >= recogniseChannel.attempts);
}

interface Work {
  readonly begun: Begun;
  readonly engine: Engine;
  readonly sound: ChannelSound;
  readonly runs: RecognitionRuns;
  readonly signal: AbortSignal;
}

/** False when it was stopped from outside. */
async function recogniseAll({ begun, engine, sound, runs, signal }: Work): Promise<boolean> {
  const { recognition: { id, durationMs }, shelf } = begun;
  let positionMs = begun.recognition.positionMs;
  let found: RecognisedPassage[] = [];
  let savedAt = Date.now();
  const save = async (): Promise<boolean> => {
    const passages = found;
    found = [];
    savedAt = Date.now();
    return runs.save(id, passages, positionMs);
  };
  try {
    while (positionMs < durationMs) {
      const from = positionMs;
      const to = Math.min(durationMs, from + WINDOW_MS);
      const samples = await sound.read(from, to, signal);
      const passages = await findPassages(samples, engine, shelf.speechFinder !== null, signal);
      const { whole, nextMs } = wholePassages(passages, to - from, to === durationMs);
      for (const { fromMs, toMs } of whole) {
        signal.throwIfAborted();
        found.push({ startMs: from + fromMs, segments: await recognisePassage(begun, engine, samples.subarray(fromMs * PER_MS, toMs * PER_MS), from + fromMs) });
        positionMs = from + toMs;
        if (Date.now() - savedAt > SAVE_EVERY_MS && !(await save())) return false;
      }
      positionMs = from + nextMs;
      if (!(await save())) return false;
    }
    return true;
  } catch (error) {
    // What is known so far was work; when it can't be kept, the first error is the one that counts.
    if (found.length > 0) await save().catch(() => false);
    throw error;
  }
}

async function recognisePassage({ model, spoken, interventions }: Begun, engine: Engine, samples: Float32Array, startMs: number) {
  const endMs = startMs + Math.floor(samples.length / PER_MS);
  if (spoken.language !== 'mul') return toSegments(await engine.recognise(samples), { startMs, endMs, language: null });
  const middle = (startMs + endMs) / 2;
  const turn = interventions.findLast((one) => one.startMs <= middle && (one.endMs ?? Infinity) > middle);
  const heard = await engine.recognise(samples, isToldLanguage(model) ? turn?.language ?? null : undefined);
  return toSegments(heard, { startMs, endMs, language: turn?.language ?? languageTold(heard.lang) });
}

/** SenseVoice writes `<|en|>`. */
const languageTold = (lang: string | undefined): string | null => /[a-z]{2,3}/.exec(lang ?? '')?.[0] ?? null;
