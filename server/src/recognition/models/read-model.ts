import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { languagesOf, LANGUAGES_FILE } from './languages.ts';
import { KNOWN_KINDS, LAYOUTS, type Layout } from './layouts.ts';
import { tellsTimes, type Model, type UnusableModel } from './model.domain.ts';
import { readOnnxFacts, type OnnxFacts } from './onnx-facts.ts';

const MANY = 500;
const FEW = 50;
const TOKENS = /(^|[-_.])tokens\.txt$/i;
/** Networks beside a model that only tell where somebody speaks. */
export const SPEECH_FINDER = /(silero|ten)[-_]?vad.*\.onnx$/i;

/**
 * Tells by the files of a folder what model it is, without loading any. Null for a folder that holds no network at all;
 * otherwise a model, or why it can't be used.
 */
export async function readModel(folder: string): Promise<Model | UnusableModel | null> {
  const name = basename(folder);
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name).toSorted();
  const nets = files.filter((file) => /\.(onnx|ort)$/i.test(file) && !SPEECH_FINDER.test(file));
  if (nets.length === 0) return null;
  const tokens = files.find((file) => TOKENS.test(file));
  const inner = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).toSorted();
  const tokeniser = await tokeniserIn(folder, inner);
  const facts = new Map<string, OnnxFacts | null>();
  const told = async (file: string): Promise<OnnxFacts | null> => {
    const known = facts.get(file);
    if (known !== undefined) return known;
    const read = file.endsWith('.onnx') ? await readOnnxFacts(join(folder, file)) : null;
    facts.set(file, read);
    return read;
  };
  let type: string | undefined;
  for (const layout of LAYOUTS) {
    const parts = partsOf(layout, nets);
    if (parts === null) continue;
    const [first = ''] = Object.values(parts);
    const read = await told(first);
    if (read === null && first.endsWith('.onnx')) return { name, problem: `has a file that is no ONNX network, or a damaged one: ${first}. Copy it again` };
    type = read?.metadata.get('model_type');
    if (layout.type && !(type !== undefined && layout.type.test(type))) continue;
    const missing = layout.tokens === 'file' ? tokens === undefined && 'tokens.txt' : tokeniser === undefined && 'the folder of its tokeniser';
    if (missing !== false) return { name, problem: `looks like a ${layout.kind} model, but ${missing} is missing. Copy all of its files` };
    const paths = Object.fromEntries(Object.entries(parts).map(([part, file]) => [part, join(folder, file)]));
    return {
      name, kind: layout.kind, option: layout.option,
      files: layout.tokens === 'folder' && tokeniser !== undefined ? { ...paths, tokenizer: join(folder, tokeniser) } : paths,
      tokens: layout.tokens === 'file' && tokens !== undefined ? join(folder, tokens) : null,
      vocabulary: await vocabularyOf(folder, files, tokens),
      languages: languagesOf({ kind: layout.kind, name, metadata: read?.metadata ?? new Map(), said: await readFile(join(folder, LANGUAGES_FILE), 'utf8').catch(() => null) }),
      // Exported with its attention, Whisper tells where it looked for each word.
      wordTimes: tellsTimes(layout.kind) || (layout.kind === 'whisper' && (await told(parts['decoder'] ?? ''))?.outputs.some((name) => /attention/i.test(name)) === true),
      bytes: (await Promise.all(Object.values(paths).map((path) => stat(path)))).reduce((sum, { size }) => sum + size, 0),
    };
  }
  return { name, problem: `is not understood${type === undefined ? '' : ` (its network calls itself ${type})`}: it must hold the files of one model as sherpa-onnx has them; ${KNOWN_KINDS} are` };
}

/** The file of each part; where there are several, the one with 8-bit numbers: as good, and quicker without a GPU. */
function partsOf({ parts }: Layout, nets: readonly string[]): Record<string, string> | null {
  const found: Record<string, string> = {};
  for (const [part, pattern] of Object.entries(parts)) {
    const fitting = nets.filter((file) => pattern.test(file));
    const best = fitting.find((file) => /int8|quant/i.test(file)) ?? fitting[0];
    if (best === undefined) return null;
    found[part] = best;
  }
  return found;
}

async function tokeniserIn(folder: string, inner: readonly string[]): Promise<string | undefined> {
  for (const name of inner) {
    const files = await readdir(join(folder, name));
    if (files.some((file) => /^(tokenizer\.json|vocab\.json|merges\.txt)$/.test(file))) return name;
  }
  return undefined;
}

/**
 * What words to be expected are made of. Chinese characters stand for themselves; pieces of words come from a list that was
 * trained with the model, for which its tokens stand in.
 */
async function vocabularyOf(folder: string, files: readonly string[], tokens: string | undefined): Promise<Model['vocabulary']> {
  if (tokens === undefined) return null;
  const text = await readFile(join(folder, tokens), 'utf8');
  const han = (text.match(/^\p{Script=Han}\s/gmu) ?? []).length;
  const pieces = (text.match(/^▁\S/gmu) ?? []).length;
  const list = files.find((file) => /^bpe.*\.vocab$/i.test(file));
  const capitals = !/^[^<\s]*\p{Ll}/mu.test(text);
  if (han > MANY && pieces < FEW) return { unit: 'cjkchar', file: null, capitals };
  if (list === undefined && pieces === 0) return null;
  return { unit: han > MANY ? 'cjkchar+bpe' : 'bpe', file: list === undefined ? null : join(folder, list), capitals };
}
