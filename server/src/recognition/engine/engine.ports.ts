import type { SherpaResult } from './sherpa.ts';
import type { Model } from '../models/model.domain.ts';

/** Samples per second that every recogniser here is given. */
export const SOUND_RATE = 16_000;

/** What the engine is started with. */
export interface EngineOptions {
  readonly model: Pick<Model, 'kind' | 'option' | 'files' | 'tokens' | 'vocabulary' | 'wordTimes'>;
  /** Network that finds speech; null where it isn't asked. */
  readonly speechFinder: string | null;
  /** BCP 47; null lets the model find out, where it can. */
  readonly language: string | null;
  /** Names and terms that are to be expected; used where the model can. */
  readonly hints: readonly string[];
  readonly threads: number;
}

/** What was recognised in a stretch of sound; times are seconds from its beginning. */
export type Recognised = SherpaResult;

/** A stretch of speech in samples. */
export interface SpeechStretch {
  readonly from: number;
  readonly to: number;
}

/** A recogniser that has loaded its model, in a process of its own. */
export interface Engine extends AsyncDisposable {
  /**
   * What is said in the sound; the language only where it differs from the one of the start. Throws `recognition_failed`
   * when the engine ended.
   */
  recognise(samples: Float32Array, language?: string | null): Promise<Recognised>;
  /** Where somebody speaks, by the network for that. */
  findSpeech(samples: Float32Array): Promise<readonly SpeechStretch[]>;
  /** Most memory that its process has taken, in bytes; undefined where the system doesn't tell. */
  readonly peakBytes: number | undefined;
}

/** Loads a model; throws `recognition_failed` with what the engine said when it can't be. */
export type StartEngine = (options: EngineOptions, signal: AbortSignal) => Promise<Engine>;

/** From us to the engine's process. */
export type Order =
  | { readonly type: 'load'; readonly options: EngineOptions }
  | { readonly type: 'recognise'; readonly samples: Float32Array; readonly language: string | null | undefined }
  | { readonly type: 'find-speech'; readonly samples: Float32Array };

/** From the engine's process to us; one answer for each order, in their order. */
export type Answer =
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly message: string };
