import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Problem } from './source.ts';

const UI_LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;
const PLURALS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
// Large and small whole numbers: enough to meet every plural form a count of things can take.
const COUNTS = [...Array.from({ length: 130 }, (_, count) => count), 1000, 1_000_000];

type Messages = Readonly<Record<string, unknown>>;
/** A message by its dotted key; a plural message holds one text per form. */
type Flat = ReadonlyMap<string, string | Readonly<Record<string, string>>>;

const isRecord = (value: unknown): value is Messages => typeof value === 'object' && value !== null;
const isPlural = (value: Messages): value is Readonly<Record<string, string>> =>
  typeof value['other'] === 'string' && Object.keys(value).every((form) => PLURALS.has(form));

function flatten(messages: Messages, prefix = ''): Flat {
  const entries = Object.entries(messages).flatMap(([key, value]): [string, string | Readonly<Record<string, string>>][] => {
    if (typeof value === 'string') return [[prefix + key, value]];
    if (!isRecord(value)) return [[prefix + key, String(value)]];
    return isPlural(value) ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)];
  });
  return new Map(entries);
}

const formsOf = (language: string): string[] => [...new Set(COUNTS.map((count) => new Intl.PluralRules(language).select(count)))];
const placeholders = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
const widest = (message: string | Readonly<Record<string, string>>): string =>
  typeof message === 'string' ? placeholders(message) : placeholders(Object.values(message).join(' '));

function problemsOf(language: string, own: Flat, english: Flat): string[] {
  const missing = [...english.keys()].filter((key) => !own.has(key)).map((key) => `lacks "${key}"`);
  const extra = [...own.keys()].filter((key) => !english.has(key)).map((key) => `has "${key}", which English has not`);
  const wrong = [...own].flatMap(([key, message]) => {
    const wanted = english.get(key);
    if (wanted === undefined) return [];
    const texts = typeof message === 'string' ? [message] : Object.values(message);
    const forms = typeof message === 'string' ? [] : formsOf(language).filter((form) => message[form] === undefined);
    return [
      ...(texts.some((text) => text.trim() === '') ? [`"${key}" is empty`] : []),
      ...(widest(message) === widest(wanted) ? [] : [`"${key}" has the places ${widest(message) || 'none'}, English has ${widest(wanted) || 'none'}`]),
      ...forms.map((form) => `"${key}" lacks the plural form "${form}"`),
    ];
  });
  return [...missing, ...extra, ...wrong];
}

/** Compares one set of locales with its English: same keys, same places to fill, every plural form, nothing empty. */
export function compareLocales(folder: string, locales: ReadonlyMap<string, Messages>): Problem[] {
  const english = flatten(locales.get('en') ?? {});
  return UI_LANGUAGES.flatMap((language) => {
    const path = `${folder}/${language}.ts`;
    const own = locales.get(language);
    if (own === undefined) return [{ path, message: 'is missing: pages exist in all six languages' }];
    return problemsOf(language, flatten(own), english).map((message) => ({ path, message }));
  });
}

/** Reads every `locales` folder of the project and compares the languages in it. */
export async function checkLocales(root: string, paths: readonly string[]): Promise<Problem[]> {
  const folders = new Set(paths.map((path) => /^(.*\/locales)\/[a-z]{2}\.ts$/.exec(path)?.[1]).filter((folder) => folder !== undefined));
  const problems = await Promise.all([...folders].map(async (folder) => compareLocales(folder, await readLocales(root, folder))));
  return problems.flat();
}

async function readLocales(root: string, folder: string): Promise<Map<string, Messages>> {
  const files = readdirSync(join(root, folder)).filter((file) => /^[a-z]{2}\.ts$/.test(file));
  const read = files.map(async (file): Promise<[string, Messages]> => {
    const module: unknown = await import(pathToFileURL(join(root, folder, file)).href);
    const messages = isRecord(module) ? module['default'] : undefined;
    return [file.slice(0, 2), isRecord(messages) ? messages : {}];
  });
  return new Map(await Promise.all(read));
}
