// The engine's own process: what native code takes of memory, and what it breaks, ends with it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineConfig, hintText, isHinted } from './engine-config.ts';
import { SOUND_RATE, type Answer, type EngineOptions, type Order, type SpeechStretch } from './engine.ports.ts';
import { loadSherpa } from './sherpa.ts';

const sherpa = loadSherpa();

// As Silero asks for at 16 kHz.
const WINDOW = 512;
const FINDER = { threshold: 0.5, minSilenceDuration: 0.2, minSpeechDuration: 0.15, maxSpeechDuration: 25, windowSize: WINDOW };
const FINDER_SECONDS = 60;

type Sound = Pick<Extract<Order, { type: 'recognise' }>, 'samples' | 'language'>;

/**
 * A recogniser that was told what to expect needs a list of pieces of words. Where the model came without one, its tokens make
 * it: all as likely, so that words are cut into the longest pieces.
 */
function withVocabulary<T>(options: EngineOptions, use: (complete: EngineOptions) => T): T {
  const { model: { vocabulary, tokens } } = options;
  if (!isHinted(options) || !vocabulary || vocabulary.unit === 'cjkchar' || vocabulary.file !== null || tokens === null) return use(options);
  const folder = mkdtempSync(join(tmpdir(), 'openfloor-words-'));
  try {
    const file = join(folder, 'bpe.vocab');
    const pieces = readFileSync(tokens, 'utf8').split('\n').map((line) => line.split(' ')[0] ?? '').filter((piece) => piece !== '');
    writeFileSync(file, pieces.map((piece) => `${piece}\t-1.0\n`).join(''));
    return use({ ...options, model: { ...options.model, vocabulary: { ...vocabulary, file } } });
  } finally {
    // It is read once, when the model is loaded.
    rmSync(folder, { recursive: true, force: true });
  }
}

function load(options: EngineOptions) {
  const recogniser = withVocabulary(options, (complete) => new sherpa.OfflineRecognizer(engineConfig(complete)));
  const { speechFinder } = options;
  const finder = speechFinder === null ? null : new sherpa.Vad({
    [/ten[-_]?vad/i.test(speechFinder) ? 'tenVad' : 'sileroVad']: { ...FINDER, model: speechFinder }, sampleRate: SOUND_RATE, numThreads: 1, provider: 'cpu', debug: 0,
  }, FINDER_SECONDS);
  const hints = isHinted(options) ? hintText(options) : '';
  let spoken = options.language;
  return {
    recognise({ samples, language = options.language }: Sound) {
      if (language !== spoken && options.model.kind === 'whisper') recogniser.setConfig(engineConfig(options, language));
      spoken = language;
      const stream = hints === '' ? recogniser.createStream() : recogniser.createStream(hints);
      if (options.model.kind === 'cohere' && language !== null) stream.setOption('language', language);
      stream.acceptWaveform({ samples, sampleRate: SOUND_RATE });
      recogniser.decode(stream);
      return recogniser.getResult(stream);
    },
    findSpeech(samples: Float32Array): SpeechStretch[] {
      if (finder === null) throw new Error('No network was given that finds speech.');
      const found: SpeechStretch[] = [];
      const collect = (): void => {
        for (; !finder.isEmpty(); finder.pop()) {
          const { start, samples: { length } } = finder.front(false);
          found.push({ from: start, to: start + length });
        }
      };
      finder.reset();
      for (let at = 0; at + WINDOW <= samples.length; at += WINDOW) {
        finder.acceptWaveform(samples.slice(at, at + WINDOW));
        collect();
      }
      finder.flush();
      collect();
      return found;
    },
  };
}

let engine: ReturnType<typeof load> | undefined;

function carryOut(order: Order): unknown {
  if (order.type === 'load') {
    engine = load(order.options);
    return sherpa.version;
  }
  if (engine === undefined) throw new Error('No model is loaded.');
  return order.type === 'recognise' ? engine.recognise(order) : engine.findSpeech(order.samples);
}

process.on('message', (order: Order) => {
  let answer: Answer;
  try {
    answer = { type: 'done', value: carryOut(order) };
  } catch (error) {
    answer = { type: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(answer);
});
// Whoever started it is gone: nobody hears the answer.
process.on('disconnect', () => process.exit());
