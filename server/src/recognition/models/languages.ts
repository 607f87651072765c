import { toBcp47 } from '@openfloor/media';
import type { ModelKind, ModelLanguages } from './model.domain.ts';

/** Where an operator says what a model can do: language tags with spaces, commas or line breaks between. */
export const LANGUAGES_FILE = 'languages.txt';

const CANARY = ['en', 'de', 'es', 'fr'];
/** Releases whose names don't say their languages; as their makers list them. */
const BY_NAME: readonly (readonly [RegExp, readonly string[]])[] = [
  [/parakeet.*v3/i, ['bg', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fi', 'fr', 'hr', 'hu', 'it', 'lt', 'lv', 'mt', 'nl', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sv', 'uk']],
  [/parakeet/i, ['en']],
  [/giga-?am/i, ['ru']],
  [/reazonspeech/i, ['ja']],
];

interface Telling {
  readonly kind: ModelKind;
  /** Of its folder. */
  readonly name: string;
  readonly metadata: ReadonlyMap<string, string>;
  /** What `languages.txt` says; null where there is none. */
  readonly said: string | null;
}

/** The languages of a model: as the operator says it, as the network itself does, else as its name does. */
export function languagesOf({ kind, name, metadata, said }: Telling): ModelLanguages {
  if (said !== null) return /^\s*any\s*$/i.test(said) ? 'any' : tags(said.split(/[\s,;]+/));
  if (kind === 'omnilingual') return byName(name) ?? 'any';
  if (kind === 'whisper') {
    const codes = tags((metadata.get('all_language_codes') ?? '').split(','));
    if (metadata.get('is_multilingual') === '0' || codes === null) return metadata.has('is_multilingual') || /\.en\b/i.test(metadata.get('model_type') ?? name) ? ['en'] : byName(name);
    return codes;
  }
  if (kind === 'sense-voice') {
    const own = tags([...metadata.keys()].flatMap((key) => (/^lang_(?!auto$|nospeech$)/.test(key) ? [key.slice('lang_'.length)] : [])));
    if (own !== null) return own;
  }
  return byName(name) ?? (kind === 'canary' ? CANARY : null);
}

/** `sherpa-onnx-zipformer-ctc-zh-en-2024` says zh and en; three letters are as often a kind of network as a language. */
function byName(name: string): readonly string[] | null {
  const release = BY_NAME.find(([pattern]) => pattern.test(name));
  return release ? release[1] : tags(name.split(/[-_.+ ]+/).filter((part) => /^([a-z]{2}|yue|[a-z]{4,})$/i.test(part)));
}

function tags(parts: readonly string[]): readonly string[] | null {
  const found = parts.flatMap((part) => toBcp47(part.replace(/^jw$/, 'jv')) ?? []);
  return found.length > 0 ? [...new Set(found)] : null;
}
