import { formatBytes } from '#platform/i18n/index.ts';
import { takesHints, type Model } from './model.domain.ts';

const MOST_NAMED = 12;

/** What a model is and can do, for an operator: `transducer, 70 MB: ru; takes names to expect, gives times of words`. */
export function describeModel(model: Model): string {
  return `${model.kind}, ${formatBytes(model.bytes)}: ${languages(model)}; ${takesHints(model) ? 'takes' : 'takes no'} names to expect, ${model.wordTimes ? 'gives' : 'gives no'} times of words`;
}

function languages({ languages: known }: Model): string {
  if (known === 'any') return 'any language';
  if (known === null) return 'its languages are not known, say them in its languages.txt';
  return known.length > MOST_NAMED ? `${known.slice(0, MOST_NAMED).join(', ')} and ${known.length - MOST_NAMED} more` : known.join(', ');
}
