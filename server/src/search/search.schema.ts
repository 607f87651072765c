import { z } from 'zod';
import { SEARCH_ORDERS, type SearchQuestion } from './search.domain.ts';

const name = z.string().max(300).optional();
const language = z.string().max(35);

/** What `GET /api/v1/search` can be asked. */
export const SearchQuery = z.object({
  q: z.string().max(1000).default('').describe('Words that must all be there, "phrases", -without these, beginnings*; in any language. Where few moments have all, those that lack some are found too. Empty: everything that the filters let through.'),
  lang: language.default('en').describe('The reader’s language (BCP 47): shown beside what was said at the floor.'),
  speaker: name.describe('Slug.'),
  capacity: name.describe('Country or organisation, as written in any language.'),
  body: name.describe('Slug; bodies below it are in.'),
  series: name.describe('Slug.'),
  agenda: name.describe('Title or symbol of an agenda item.'),
  topic: name.describe('Slug, of a topic of the moment or of its meeting.'),
  with: name.describe('Slug of a second topic.'),
  symbol: name.describe('Of a document, the whole of it.'),
  meeting: name.describe('Slug or id.'),
  channel: language.optional().describe('Only in channels and records of this language.'),
  spoken: language.optional().describe('Only where this language was spoken at the floor.'),
  original: z.literal('only').optional().describe('Only in the language that was spoken at the floor, and not in an interpretation of it.'),
  from: z.iso.date().optional().describe('First day.'),
  to: z.iso.date().optional().describe('Last day.'),
  order: z.enum(SEARCH_ORDERS).default('relevance'),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** What `GET /api/v1/search/suggestions` can be asked. */
export const SuggestionsQuery = z.object({ q: z.string().max(200), lang: language.default('en'), limit: z.coerce.number().int().min(1).max(20).default(8) });

/** A question from what stands in an address; what is left out there is left out here. */
export function toQuestion(query: z.output<typeof SearchQuery>): SearchQuestion {
  const { q: text, lang, order, offset, limit, ...filters } = query;
  return { text, language: lang, order, offset, limit, filters: Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')) };
}
