import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { splitSentences } from '@openfloor/words';
import { parse } from 'yaml';
import type { VoiceLanguage } from '../../../fixtures/voices/index.ts';

/** Which texts and voices: those on which settings were chosen, or those that are measured. They have nothing in common. */
export type TestSet = 'tuning' | 'measured';

export const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const satisfies readonly VoiceLanguage[];

const DECLARATIONS: Readonly<Record<VoiceLanguage, string>> = { ar: 'arb', zh: 'cmn_hans', en: 'eng', fr: 'fra', ru: 'rus', es: 'spa' };

/** The folder of texts and recordings outside the project; throws where it isn't there. */
export function corpus(): string {
  const folder = process.env['OPENFLOOR_CORPUS'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
  if (!existsSync(join(folder, 'text'))) throw new Error(`The texts to be spoken are not in ${folder}; OPENFLOOR_CORPUS names the folder (see CONTRIBUTING.md).`);
  return folder;
}

/** Sentences of a language, none twice: the Declaration of Human Rights for tuning, the Sustainable Development Goals to measure. */
export async function sentencesOf(language: VoiceLanguage, set: TestSet): Promise<readonly string[]> {
  const all = set === 'tuning' ? await declaration(language) : await goals(language);
  return [...new Set(all)];
}

async function declaration(language: VoiceLanguage): Promise<string[]> {
  const xml = await readFile(join(corpus(), 'text', 'udhr', `udhr_${DECLARATIONS[language]}.xml`), 'utf8');
  return [...xml.matchAll(/<para>([^<]+)<\/para>/gu)].flatMap(([, paragraph = '']) => splitSentences(paragraph));
}

async function goals(language: VoiceLanguage): Promise<string[]> {
  const folder = join(corpus(), 'text', 'sdg-6lang', language === 'zh' ? 'zh-Hans' : language);
  const files = await Promise.all(['targets', 'indicators', 'goals'].map((name) => readFile(join(folder, `global_${name}.yml`), 'utf8')));
  return files.flatMap((file) => Object.entries(parse(file) as Record<string, unknown>)
    .flatMap(([key, text]) => (key.endsWith('-title') && typeof text === 'string' ? splitSentences(text.replaceAll(/<[^>]*>/gu, ' ')) : [])));
}
