import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onnxFile, tensor, writeToneModel } from '../../../../fixtures/recogniser/index.ts';
import { canDo, modelsFor, takesHints, type Model } from './model.domain.ts';
import { readOnnxFacts } from './onnx-facts.ts';
import { readShelf } from './read-shelf.ts';

let shelf: string;
beforeEach(async () => { shelf = await mkdtemp(join(tmpdir(), 'openfloor-models-')); });
afterEach(() => rm(shelf, { recursive: true, force: true }));

const network = (metadata: Readonly<Record<string, string>> = {}) => onnxFile({ nodes: [], weights: [], inputs: [], outputs: [], metadata });

/** Puts files into a folder of the shelf: a network with the metadata for each that ends in onnx or ort. */
async function put(name: string, files: readonly string[], metadata: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const file of files) {
    const path = join(shelf, name, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, /\.(onnx|ort)$/.test(file) ? network(metadata) : '<blk> 0\n');
  }
}

const only = async (): Promise<Model> => {
  const { models, unusable } = await readShelf(shelf);
  expect(unusable).toEqual([]);
  expect(models).toHaveLength(1);
  return models[0]!;
};

describe('a folder of a model', () => {
  it.each([
    ['sherpa-onnx-zipformer-ru-2024-09-18', ['encoder.int8.onnx', 'encoder.onnx', 'decoder.onnx', 'joiner.int8.onnx', 'tokens.txt'], 'zipformer2', 'transducer', ['ru']],
    ['zipformer-en-2023-06-26', ['encoder-epoch-99-avg-1.int8.onnx', 'decoder-epoch-99-avg-1.onnx', 'joiner-epoch-99-avg-1.onnx', 'tokens.txt'], 'zipformer2', 'transducer', ['en']],
    ['nemo-parakeet-tdt-0.6b-v2-int8', ['encoder.int8.onnx', 'decoder.int8.onnx', 'joiner.int8.onnx', 'tokens.txt'], 'EncDecRNNTBPEModel', 'nemo-transducer', ['en']],
    ['sherpa-onnx-moonshine-base-en-int8', ['preprocess.onnx', 'encode.int8.onnx', 'uncached_decode.int8.onnx', 'cached_decode.int8.onnx', 'tokens.txt'], '', 'moonshine', ['en']],
    ['sherpa-onnx-moonshine-tiny-ar-quantized', ['encoder_model.ort', 'decoder_model_merged.ort', 'tokens.txt'], '', 'moonshine', ['ar']],
    ['sherpa-onnx-paraformer-zh-2023-03-28', ['model.int8.onnx', 'model.onnx', 'tokens.txt'], 'paraformer', 'paraformer', ['zh']],
    ['sherpa-onnx-nemo-canary-180m-flash-en-es-de-fr-int8', ['encoder.int8.onnx', 'decoder.int8.onnx', 'tokens.txt'], 'EncDecMultiTaskModel', 'canary', ['en', 'es', 'de', 'fr']],
    ['nemo-fast-conformer-ctc-be-de-en-es-fr-20k', ['model.onnx', 'tokens.txt'], 'EncDecHybridRNNTCTCBPEModel', 'nemo-ctc', ['be', 'de', 'en', 'es', 'fr']],
    ['nemo-ctc-giga-am-russian-2024-10-24', ['model.int8.onnx', 'tokens.txt'], 'EncDecCTCModel', 'nemo-ctc', ['ru']],
    ['sherpa-onnx-zipformer-ctc-zh-int8-2025-07-03', ['model.int8.onnx', 'tokens.txt'], 'zipformer2_ctc', 'zipformer-ctc', ['zh']],
    ['omnilingual-1600-languages-300M-ctc', ['model.int8.onnx', 'tokens.txt'], 'omnilingual-asr', 'omnilingual', 'any'],
    ['funasr-nano-int8', ['encoder_adaptor.int8.onnx', 'llm.int8.onnx', 'embedding.int8.onnx', 'Qwen3-0.6B/tokenizer.json'], '', 'funasr-nano', null],
    ['fr', ['model.onnx', 'tokens.txt'], 'wenet_ctc', 'wenet-ctc', ['fr']],
  ])('is understood: %s', async (name, files, type, kind, languages) => {
    await put(name, files, type === '' ? {} : { model_type: type });
    expect(await only()).toMatchObject({ name, kind, languages });
  });

  it('is taken in the smaller numbers, and knows its files', async () => {
    await put('zipformer-ru', ['encoder.int8.onnx', 'encoder.onnx', 'decoder.onnx', 'joiner.int8.onnx', 'tokens.txt', 'bpe.vocab'], { model_type: 'zipformer2' });
    const model = await only();
    expect(model).toMatchObject({ option: 'transducer', files: { encoder: join(shelf, 'zipformer-ru/encoder.int8.onnx'), decoder: join(shelf, 'zipformer-ru/decoder.onnx') }, tokens: join(shelf, 'zipformer-ru/tokens.txt') });
    expect(model.vocabulary).toMatchObject({ unit: 'bpe', file: join(shelf, 'zipformer-ru/bpe.vocab') });
    expect(takesHints(model)).toBe(true);
  });

  it.each([['transducer', 'zipformer2', '▁the 1\n', true], ['phonemes', 'zipformer2', 'AH 1\n', false]])('takes names to expect where its words have pieces: %s', async (name, type, tokens, takes) => {
    await put(name, ['encoder.onnx', 'decoder.onnx', 'joiner.onnx', 'tokens.txt'], { model_type: type });
    await writeFile(join(shelf, name, 'tokens.txt'), tokens);
    expect(takesHints(await only())).toBe(takes);
    expect((await only()).vocabulary?.capitals ?? false).toBe(false);
  });

  it('of Whisper says its languages itself', async () => {
    const files = ['tiny-encoder.int8.onnx', 'tiny-decoder.int8.onnx', 'tiny-tokens.txt'];
    await put('whisper-tiny', files, { model_type: 'whisper-tiny', is_multilingual: '1', all_language_codes: 'en,zh,ar,jw' });
    await put('whisper-tiny.en', files, { model_type: 'whisper-tiny.en', is_multilingual: '0', all_language_codes: 'en,zh,ar,jw' });
    const { models } = await readShelf(shelf);
    expect(models.map(({ kind, languages, wordTimes }) => [kind, languages, wordTimes])).toEqual([['whisper', ['en', 'zh', 'ar', 'jv'], false], ['whisper', ['en'], false]]);
    expect(modelsFor(models, ['en-GB']).map(({ name }) => name)).toEqual(['whisper-tiny.en', 'whisper-tiny']);
    expect(modelsFor(models, ['cmn', 'ar']).map(({ name }) => name)).toEqual(['whisper-tiny']);
  });

  it('of Whisper tells the times of words where it was exported with its attention', async () => {
    await put('whisper-base', ['base-encoder.onnx', 'base-decoder.onnx', 'base-tokens.txt'], { model_type: 'whisper-base', is_multilingual: '0' });
    await writeFile(join(shelf, 'whisper-base/base-decoder.onnx'), onnxFile({ nodes: [], weights: [], inputs: [], outputs: [tensor('logits', [1]), tensor('cross_attention_weights', [1])], metadata: {} }));
    expect((await only()).wordTimes).toBe(true);
  });

  it('is for the languages that the operator says', async () => {
    await put('mine', ['model.onnx', 'tokens.txt', 'languages.txt'], { model_type: 'zipformer2_ctc' });
    await writeFile(join(shelf, 'mine/languages.txt'), 'fre, sw\n');
    expect((await only()).languages).toEqual(['fr', 'sw']);
    expect([canDo(await only(), 'fr-CA'), canDo(await only(), 'ru')]).toEqual([true, false]);
  });
});

describe('what can’t be used', () => {
  it.each([
    ['half', ['encoder.onnx', 'decoder.onnx', 'joiner.onnx'], {}, 'half: looks like a transducer model, but tokens.txt is missing. Copy all of its files'],
    ['voice', ['model.onnx', 'tokens.txt'], { model_type: 'vits' }, 'voice: is not understood (its network calls itself vits): it must hold the files of one model as sherpa-onnx has them; '],
    ['of-another-engine', ['encoder_model.onnx', 'decoder_model_merged.onnx', 'tokenizer.json'], {}, 'of-another-engine: is not understood: it must hold'],
    ['other', ['weights.onnx'], {}, 'other: is not understood: it must hold'],
  ])('is told with what would help: %s', async (name, files, metadata, says) => {
    await put(name, files, metadata);
    const { models, unusable } = await readShelf(shelf);
    expect(models).toEqual([]);
    expect(unusable.map((one) => `${one.name}: ${one.problem}`).join('')).toContain(says);
  });

  it('is a damaged network', async () => {
    await put('cut', ['tokens.txt'], {});
    await writeFile(join(shelf, 'cut/model.onnx'), network({ model_type: 'paraformer' }).subarray(0, 20));
    expect((await readShelf(shelf)).unusable).toEqual([{ name: 'cut', problem: 'has a file that is no ONNX network, or a damaged one: model.onnx. Copy it again' }]);
  });

  it('is a folder that isn’t there, but not one that holds something else', async () => {
    await expect(readShelf(join(shelf, 'gone'))).rejects.toMatchObject({ code: 'recognition_unavailable' });
    await put('notes', ['read-me.txt']);
    expect(await readShelf(shelf)).toEqual({ models: [], unusable: [], speechFinder: null });
  });
});

it('a network for finding speech lies beside the models, or in the folder of the only one', async () => {
  await put('.', ['silero_vad.onnx', 'model.onnx', 'tokens.txt'], { model_type: 'paraformer' });
  expect(await readShelf(shelf)).toMatchObject({ speechFinder: join(shelf, 'silero_vad.onnx'), models: [{ kind: 'paraformer' }], unusable: [] });
});

it('a network is asked for what it says about itself, not loaded', async () => {
  await writeToneModel(shelf, ['▁one', '▁two']);
  const facts = await readOnnxFacts(join(shelf, 'model.onnx'));
  expect(facts?.outputs).toEqual(['log_probs']);
  expect(facts?.metadata.get('model_type')).toBe('omnilingual-asr');
});
