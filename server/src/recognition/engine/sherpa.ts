import { createRequire } from 'node:module';
import type { Heard } from '../segments.domain.ts';

/** What `sherpa-onnx-node` gives back for a stretch of sound. */
export interface SherpaResult extends Heard {
  /** The language that the model heard, where it tells. */
  readonly lang?: string;
}

interface SherpaStream {
  acceptWaveform(sound: { readonly samples: Float32Array; readonly sampleRate: number }): void;
  setOption(key: string, value: string): void;
}

interface SherpaRecogniser {
  createStream(hotwords?: string): SherpaStream;
  setConfig(config: object): void;
  decode(stream: SherpaStream): void;
  getResult(stream: SherpaStream): SherpaResult;
}

interface SherpaSpeechFinder {
  acceptWaveform(samples: Float32Array): void;
  isEmpty(): boolean;
  front(external: boolean): { readonly start: number; readonly samples: Float32Array };
  pop(): void;
  flush(): void;
  reset(): void;
}

interface Sherpa {
  readonly version: string;
  readonly OfflineRecognizer: new (config: object) => SherpaRecogniser;
  readonly Vad: new (config: object, seconds: number) => SherpaSpeechFinder;
}

/** Name of the package with the engine; it is optional, since not every machine has a build of it. */
export const ENGINE_PACKAGE = 'sherpa-onnx-node';

const require = createRequire(import.meta.url);

/** Version of the engine that is installed here; null where there is none. The engine itself is not loaded. */
export function engineVersion(): string | null {
  try {
    return (require(`${ENGINE_PACKAGE}/package.json`) as { readonly version: string }).version;
  } catch {
    return null;
  }
}

/** Loads the engine into this process; throws where it isn't there or doesn't run. */
export const loadSherpa = (): Sherpa => require(ENGINE_PACKAGE) as Sherpa;
