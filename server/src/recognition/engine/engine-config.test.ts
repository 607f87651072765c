import { describe, expect, it } from 'vitest';
import { engineConfig, hintText } from './engine-config.ts';
import type { EngineOptions } from './engine.ports.ts';

const options = (model: Partial<EngineOptions['model']>, more: Partial<EngineOptions> = {}): EngineOptions =>
  ({ model: { kind: 'whisper', option: 'whisper', files: { encoder: 'e', decoder: 'd' }, tokens: 't', vocabulary: null, wordTimes: false, ...model }, speechFinder: null, language: null, hints: [], threads: 2, ...more });

describe('the engine is told', () => {
  it.each([['fr-CA', 'fr'], ['nb', 'no'], ['jv', 'jw'], ['cmn', 'zh'], [null, '']])('the language in the words of Whisper: %s', (language, code) => {
    expect(engineConfig(options({}, { language }))).toMatchObject({ modelConfig: { whisper: { encoder: 'e', language: code, task: 'transcribe', enableSegmentTimestamps: 1 }, tokens: 't', numThreads: 2 } });
  });

  it('to tell the times of words where Whisper can', () => {
    expect(engineConfig(options({ wordTimes: true }))).toMatchObject({ modelConfig: { whisper: { enableTokenTimestamps: 1 } } });
  });

  it('what to expect only where it can be used', () => {
    const vocabulary = { unit: 'bpe', file: 'v', capitals: true } as const;
    const hinted = engineConfig(options({ kind: 'nemo-transducer', option: 'transducer', vocabulary }, { hints: ['Ada'] }));
    expect(hinted).toMatchObject({ decodingMethod: 'modified_beam_search', modelConfig: { modelType: 'nemo_transducer', modelingUnit: 'bpe', bpeVocab: 'v' } });
    expect(engineConfig(options({ vocabulary }, { hints: ['Ada'] }))).not.toHaveProperty('decodingMethod');
    expect(engineConfig(options({ kind: 'transducer', option: 'transducer', vocabulary }))).not.toHaveProperty('decodingMethod');
  });

  it('names in capitals where a model knows no other letters, each apart', () => {
    expect(hintText(options({ vocabulary: { unit: 'bpe', file: null, capitals: true } }, { hints: ['Ada  Ngo', 'S/RES/2553', ' '] }))).toBe('ADA NGO/S RES 2553');
    expect(hintText(options({}, { hints: ['Ada'] }))).toBe('Ada');
  });

  it('the file of a model that is one file', () => {
    expect(engineConfig(options({ kind: 'tele-speech', option: 'teleSpeechCtc', files: { model: 'm' } }))).toMatchObject({ modelConfig: { teleSpeechCtc: 'm' } });
  });
});
