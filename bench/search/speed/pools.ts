import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecord, splitSentences } from '@openfloor/words';
import { corpus, LANGUAGES, sentencesOf } from '../../words/alignment/texts.ts';

export type Language = (typeof LANGUAGES)[number];
export { LANGUAGES };

/** The sentences of real texts in each language: of records of the Security Council, the Declaration of Human Rights, the goals and their targets, the general debate. */
export async function readPools(): Promise<Readonly<Record<Language, readonly string[]>>> {
  const [ar, zh, en, fr, ru, es] = await Promise.all(LANGUAGES.map(readPool));
  return { ar: ar ?? [], zh: zh ?? [], en: en ?? [], fr: fr ?? [], ru: ru ?? [], es: es ?? [] };
}

const readPool = async (language: Language): Promise<readonly string[]> =>
  [...records(language), ...(language === 'en' ? debate() : []), ...await sentencesOf(language, 'tuning'), ...await sentencesOf(language, 'measured')].filter((sentence) => sentence.length > 8);

function records(language: Language): string[] {
  const folder = join(corpus(), 'records');
  return readdirSync(folder).filter((name) => name.endsWith(`.record.${language}.txt`)).flatMap((name) =>
    readRecord({ form: 'text', text: readFileSync(join(folder, name), 'utf8') }, language).turns.flatMap(({ paragraphs }) => paragraphs.flat().map(({ text }) => text)));
}

function debate(): string[] {
  const folder = join(corpus(), 'text', 'un-general-debate');
  return readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').flatMap((line) => splitSentences(line)));
}
