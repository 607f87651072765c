import type { ModelKind } from './model.domain.ts';

/** How a family of models is laid out in its folder. */
export interface Layout {
  readonly kind: ModelKind;
  /** Key of the engine's configuration. */
  readonly option: string;
  /** The file of each part, by the engine's name for it. */
  readonly parts: Readonly<Record<string, RegExp>>;
  /** What `model_type` in the metadata of the first part begins with; none where the names of the files say enough. */
  readonly type?: RegExp;
  readonly tokens: 'file' | 'folder';
}

const net = (name: string): RegExp => new RegExp(`(^|[-_.])${name}(?![a-z_])[^/]*\\.(onnx|ort)$`, 'i');
const ENCODER = net('encoder');
const DECODER = net('decoder');
const ONE = { model: /\.onnx$/i } as const;

/**
 * Looked at from the top: the first whose files are there, and whose network says it is of that type, is it.
 * Names and types are those of the exports that the sherpa-onnx project describes.
 */
export const LAYOUTS: readonly Layout[] = [
  { kind: 'funasr-nano', option: 'funasrNano', parts: { encoderAdaptor: net('encoder_adaptor'), llm: net('llm'), embedding: net('embedding') }, tokens: 'folder' },
  { kind: 'qwen3', option: 'qwen3Asr', parts: { convFrontend: net('conv_frontend'), encoder: ENCODER, decoder: DECODER }, tokens: 'folder' },
  { kind: 'nemo-transducer', option: 'transducer', parts: { encoder: ENCODER, decoder: DECODER, joiner: net('joiner') }, type: /^EncDec/, tokens: 'file' },
  { kind: 'transducer', option: 'transducer', parts: { encoder: ENCODER, decoder: DECODER, joiner: net('joiner') }, tokens: 'file' },
  {
    kind: 'moonshine', option: 'moonshine', tokens: 'file',
    parts: { preprocessor: net('preprocess'), encoder: net('encode'), uncachedDecoder: net('uncached_decode'), cachedDecoder: net('(?<!un)cached_decode') },
  },
  { kind: 'moonshine', option: 'moonshine', parts: { encoder: /encoder_model[^/]*\.ort$/i, mergedDecoder: /decoder_model_merged[^/]*\.ort$/i }, tokens: 'file' },
  { kind: 'whisper', option: 'whisper', parts: { encoder: ENCODER, decoder: DECODER }, type: /^whisper/, tokens: 'file' },
  { kind: 'canary', option: 'canary', parts: { encoder: ENCODER, decoder: DECODER }, type: /^EncDecMultiTask/, tokens: 'file' },
  { kind: 'fire-red', option: 'fireRedAsr', parts: { encoder: ENCODER, decoder: DECODER }, type: /^fire-?red/i, tokens: 'file' },
  { kind: 'cohere', option: 'cohereTranscribe', parts: { encoder: ENCODER, decoder: DECODER }, type: /^cohere/i, tokens: 'file' },
  { kind: 'paraformer', option: 'paraformer', parts: ONE, type: /^paraformer/, tokens: 'file' },
  { kind: 'sense-voice', option: 'senseVoice', parts: ONE, type: /^sense_voice_ctc/, tokens: 'file' },
  { kind: 'zipformer-ctc', option: 'zipformerCtc', parts: ONE, type: /^zipformer2?_ctc/, tokens: 'file' },
  { kind: 'nemo-ctc', option: 'nemoCtc', parts: ONE, type: /^EncDec(Hybrid|CTC)/, tokens: 'file' },
  { kind: 'wenet-ctc', option: 'wenetCtc', parts: ONE, type: /^wenet_ctc/, tokens: 'file' },
  { kind: 'tele-speech', option: 'teleSpeechCtc', parts: ONE, type: /^telespeech_ctc/, tokens: 'file' },
  { kind: 'dolphin', option: 'dolphin', parts: ONE, type: /^dolphin/i, tokens: 'file' },
  { kind: 'omnilingual', option: 'omnilingual', parts: ONE, type: /^omnilingual/, tokens: 'file' },
  { kind: 'medical', option: 'medasr', parts: ONE, type: /^medasr/, tokens: 'file' },
  { kind: 'fire-red-ctc', option: 'fireRedAsrCtc', parts: ONE, type: /^fire-?red/i, tokens: 'file' },
  { kind: 'tdnn', option: 'tdnn', parts: ONE, type: /^tdnn/, tokens: 'file' },
];

/** What a folder can be, for the sentence about one that is none of it. */
export const KNOWN_KINDS = 'Whisper, transducer (Zipformer, Conformer, Parakeet), Paraformer, SenseVoice, Moonshine, Canary, NeMo, Zipformer, WeNet, Dolphin, TeleSpeech, FireRed and Omnilingual models';
