import { primaryLanguage } from '@openfloor/media';
import { takesHints } from '../models/model.domain.ts';
import { SOUND_RATE, type EngineOptions } from './engine.ports.ts';

// What the makers of the models recommend for names that are to be preferred without being heard everywhere.
const HINT_SCORE = 1.5;
/** The codes of Whisper that differ from BCP 47. */
const WHISPER_CODES: Readonly<Record<string, string>> = { jv: 'jw', nb: 'no' };

/** The engine's configuration for a model. */
export function engineConfig(options: EngineOptions, language: string | null = options.language): object {
  const { model, threads } = options;
  const hinted = isHinted(options);
  return {
    featConfig: { sampleRate: SOUND_RATE, featureDim: 80 },
    modelConfig: {
      [model.option]: model.option === 'teleSpeechCtc' ? model.files['model'] : { ...model.files, ...spoken(model, language) },
      tokens: model.tokens ?? '', numThreads: threads, provider: 'cpu', debug: 0,
      ...(model.kind === 'nemo-transducer' && { modelType: 'nemo_transducer' }),
      ...(hinted && model.vocabulary && { modelingUnit: model.vocabulary.unit, ...(model.vocabulary.file !== null && { bpeVocab: model.vocabulary.file }) }),
    },
    ...(hinted && { decodingMethod: 'modified_beam_search', maxActivePaths: 4, hotwordsScore: HINT_SCORE }),
  };
}

/** Whether words can be named that are to be expected, and are. */
export const isHinted = ({ model, hints }: Pick<EngineOptions, 'model' | 'hints'>): boolean => takesHints(model) && hints.length > 0;

/** The hints as the engine takes them: a slash parts them, so it can't be in one. */
export function hintText({ hints, model: { vocabulary } }: Pick<EngineOptions, 'model' | 'hints'>): string {
  const plain = hints.map((hint) => hint.replaceAll(/[/:\s]+/g, ' ').trim()).filter(Boolean).join('/');
  return vocabulary?.capitals === true ? plain.toUpperCase() : plain;
}

function spoken({ kind, wordTimes }: EngineOptions['model'], language: string | null): object {
  const code = language === null ? '' : primaryLanguage(language);
  switch (kind) {
    case 'whisper': return { language: WHISPER_CODES[code] ?? code, task: 'transcribe', tailPaddings: -1, ...(wordTimes ? { enableTokenTimestamps: 1 } : { enableSegmentTimestamps: 1 }) };
    case 'sense-voice': return { language: code, useInverseTextNormalization: 1 };
    case 'canary': return { srcLang: code || 'en', tgtLang: code || 'en', usePnc: 1 };
    case 'cohere': return { language: code, usePunct: 1, useItn: 1 };
    default: return {};
  }
}
