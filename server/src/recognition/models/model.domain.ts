import { primaryLanguage, sameLanguage } from '@openfloor/media';

/** The kinds of models that are told apart; each is a family that the engine takes. */
export type ModelKind =
  | 'transducer' | 'nemo-transducer' | 'whisper' | 'moonshine' | 'canary' | 'fire-red' | 'cohere' | 'funasr-nano' | 'qwen3'
  | 'paraformer' | 'sense-voice' | 'zipformer-ctc' | 'nemo-ctc' | 'wenet-ctc' | 'tele-speech' | 'dolphin' | 'omnilingual' | 'medical' | 'fire-red-ctc' | 'tdnn';

/** Which files the engine is told for what, as its configuration names them. */
export type ModelFiles = Readonly<Record<string, string>>;

/** Languages as BCP 47; `any` for a model that finds out by itself among a thousand; null where nobody says it. */
export type ModelLanguages = readonly string[] | 'any' | null;

/** The pieces that a model makes words of. */
export interface Vocabulary {
  readonly unit: 'bpe' | 'cjkchar' | 'cjkchar+bpe';
  /** Their list; null where the model came without one. */
  readonly file: string | null;
  /** It knows no small letters. */
  readonly capitals: boolean;
}

/** A speech recognition model that lies in a folder of the operator's. */
export interface Model {
  /** Name of its folder: what people call it by. */
  readonly name: string;
  readonly kind: ModelKind;
  /** Key of the engine's configuration that takes `files`. */
  readonly option: string;
  readonly files: ModelFiles;
  /** Null for kinds that bring a tokeniser of their own. */
  readonly tokens: string | null;
  /** With it, words can be named that are to be expected. */
  readonly vocabulary: Vocabulary | null;
  readonly languages: ModelLanguages;
  /** It tells where each word was heard. */
  readonly wordTimes: boolean;
  readonly bytes: number;
}

/** Something that lies where models belong and isn't one that can be used. */
export interface UnusableModel {
  readonly name: string;
  /** Why, and what would help; the end of a sentence that begins with the name. */
  readonly problem: string;
}

/** What lies in the folder of models. */
export interface Shelf {
  readonly models: readonly Model[];
  readonly unusable: readonly UnusableModel[];
  /** A network that tells speech from other sound (Silero VAD); null where the loudness has to do. */
  readonly speechFinder: string | null;
}

/** Kinds that take words to be expected (hotwords): those that search instead of taking the likeliest at each moment. */
const TAKES_HINTS: ReadonlySet<ModelKind> = new Set(['transducer', 'nemo-transducer']);
/** Kinds that tell where each piece of a word was heard. */
const TELLS_TIMES: ReadonlySet<ModelKind> = new Set([
  'transducer', 'nemo-transducer', 'paraformer', 'sense-voice', 'zipformer-ctc', 'nemo-ctc', 'wenet-ctc', 'tele-speech', 'dolphin', 'omnilingual', 'fire-red-ctc',
]);
/** Kinds that are told the language that they are to write. */
const IS_TOLD_LANGUAGE: ReadonlySet<ModelKind> = new Set(['whisper', 'sense-voice', 'canary', 'cohere']);

/** Whether the speakers' names and the terms of a meeting help this model. */
export const takesHints = ({ kind, vocabulary }: Pick<Model, 'kind' | 'vocabulary'>): boolean => TAKES_HINTS.has(kind) && vocabulary !== null;
/** Whether models of a kind always tell where each word was heard. */
export const tellsTimes = (kind: ModelKind): boolean => TELLS_TIMES.has(kind);
export const isToldLanguage = ({ kind }: Pick<Model, 'kind'>): boolean => IS_TOLD_LANGUAGE.has(kind);

/** Whether a model can do a language, as far as anybody knows. */
export function canDo({ languages }: Pick<Model, 'languages'>, language: string): boolean {
  return languages === 'any' || (languages?.some((one) => sameLanguage(one, language)) ?? false);
}

/**
 * The models that can do all of some languages, the best first: one whose folder bears the language as its name, then those
 * made for the fewest languages.
 */
export function modelsFor(models: readonly Model[], languages: readonly string[]): readonly Model[] {
  const names = languages.flatMap((language) => [language.toLowerCase(), primaryLanguage(language)]);
  const width = (model: Model): number => {
    if (names.includes(model.name.toLowerCase())) return 0;
    return model.languages === 'any' || model.languages === null ? Number.MAX_SAFE_INTEGER : model.languages.length;
  };
  return models.filter((model) => languages.every((language) => canDo(model, language))).toSorted((a, b) => width(a) - width(b) || a.name.localeCompare(b.name, 'en'));
}
