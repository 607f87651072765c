import { findSpeechSpans } from '@openfloor/words';
import { SOUND_RATE, type Engine } from './engine/engine.ports.ts';
import { passagesOf, type Stretch } from './passages.domain.ts';

const PER_MS = SOUND_RATE / 1000;
const QUIET_STEP_MS = 20;

/** Finds what to recognise in a window: by the operator's network for speech, else by loudness. */
export async function findPassages(samples: Float32Array, engine: Pick<Engine, 'findSpeech'>, byNetwork: boolean, signal: AbortSignal): Promise<readonly Stretch[]> {
  const lengthMs = Math.floor(samples.length / PER_MS);
  const speech = byNetwork
    ? (await engine.findSpeech(samples)).map(({ from, to }) => ({ fromMs: Math.floor(from / PER_MS), toMs: Math.min(lengthMs, Math.ceil(to / PER_MS)) }))
    : (await findSpeechSpans({ sound: once(samples), sampleRate: SOUND_RATE, signal })).speech.map(({ startMs, endMs }) => ({ fromMs: startMs, toMs: Math.min(lengthMs, endMs) }));
  return passagesOf(speech, lengthMs, (fromMs, toMs) => quietest(samples, fromMs, toMs));
}

async function* once(samples: Float32Array): AsyncGenerator<Float32Array> {
  yield samples;
}

/** The softest moment between two places, in ms. */
function quietest(samples: Float32Array, fromMs: number, toMs: number): number {
  let [found, least] = [toMs, Infinity];
  for (let at = fromMs; at < toMs; at += QUIET_STEP_MS) {
    const power = samples.subarray(at * PER_MS, (at + QUIET_STEP_MS) * PER_MS).reduce((sum, sample) => sum + sample * sample, 0);
    if (power < least) [found, least] = [at + QUIET_STEP_MS / 2, power];
  }
  return found;
}
