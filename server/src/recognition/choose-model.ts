import type { MeetingDetail } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { canDo, modelsFor, type Model, type Shelf } from './models/model.domain.ts';
import { languageWord, type Wish } from './recognition.domain.ts';

/** What is spoken in a channel. */
export interface Spoken {
  readonly channel: string;
  /** BCP 47; `mul` for several. */
  readonly language: string;
  /** All of them. */
  readonly languages: readonly string[];
}

/** What is spoken in a channel of a meeting, as far as the meeting tells. */
export function spokenIn({ floorLanguages, interventions }: Pick<MeetingDetail, 'floorLanguages' | 'interventions'>, { key, language }: { readonly key: string; readonly language: string }): Spoken {
  if (language !== 'mul') return { channel: key, language, languages: [language] };
  const languages = floorLanguages.length > 0 ? floorLanguages : [...new Set(interventions.map((one) => one.language))];
  return { channel: key, language: languages.length === 1 ? languages[0] ?? 'mul' : 'mul', languages };
}

/**
 * The model for a channel: the one asked for by name, else the best for its language. Throws `recognition_unavailable` when
 * there is none at all, `not_found` for a name that isn't there, `recognition_language` when none does the language.
 */
export function chooseModel({ models, unusable }: Shelf, folder: string, { channel, language, languages }: Spoken, { model: name, anyLanguage }: Wish): Model {
  const [broken] = unusable;
  if (models.length === 0) {
    throw new AppError('recognition_unavailable', { problem: broken ? `the model ${broken.name} ${broken.problem}` : `there is no model in ${folder}` });
  }
  if (name !== undefined) {
    const model = models.find((one) => one.name === name);
    if (!model) throw new AppError('not_found', { what: 'model', id: `${name}; there are: ${models.map((one) => one.name).join(', ')}` });
    if (anyLanguage !== true && !languages.every((one) => canDo(model, one))) throw unfit(channel, `the model ${name} ${abilities(model)}, and the channel is in ${spokenWords(language, languages)}`);
    return model;
  }
  const [best] = languages.length > 0 ? modelsFor(models, languages) : models.filter((one) => one.languages === 'any' || (one.languages?.length ?? 0) > 1);
  if (best) return best;
  throw unfit(channel, language === 'zxx' ? 'nobody speaks in it' : `no model does ${spokenWords(language, languages)} (${models.map((one) => `${one.name} ${abilities(one)}`).join('; ')})`);
}

const unfit = (channel: string, problem: string): AppError =>
  new AppError('recognition_language', { channel, problem, remedy: 'docs/operate/recognition.md says which models do which languages, and how to say what one does.' });

const spokenWords = (language: string, languages: readonly string[]): string =>
  language === 'mul' ? `several languages${languages.length > 0 ? ` (${languages.map(languageWord).join(', ')})` : ''}` : languageWord(language);

function abilities({ languages }: Model): string {
  if (languages === 'any') return 'does any language';
  return languages === null ? 'doesn’t say its languages' : `does ${languages.slice(0, 12).map(languageWord).join(', ')}${languages.length > 12 ? ' and more' : ''}`;
}
