import { describe, expect, it } from 'vitest';
import { espeakVoice } from './espeak-voice.domain.ts';

const VOICES = new Set(['en', 'en-us', 'fr', 'cmn', 'yue', 'pt', 'pt-br', 'nb', 'sr']);

describe('espeakVoice', () => {
  it.each([
    ['en', 'en'], ['en-US', 'en-us'], ['en-NZ', 'en'], ['zh', 'cmn'], ['zh-Hans', 'cmn'], ['zh-Hant-HK', 'yue'], ['yue', 'yue'], ['pt-BR', 'pt-br'], ['no', 'nb'],
    ['sr-Latn', 'sr'], ['fr-CA-x-court', 'fr'],
  ])('reads %s by %s', (language, voice) => { expect(espeakVoice(language, VOICES)).toBe(voice); });

  it.each(['mul', 'tlh', '', 'zxx'])('has no voice for "%s"', (language) => { expect(espeakVoice(language, VOICES)).toBeNull(); });
});
