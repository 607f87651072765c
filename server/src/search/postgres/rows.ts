import { searchTokens, type SearchToken } from '@openfloor/words';
import { pick, type LocalizedText } from '#platform/i18n/index.ts';
import type { MeetingMoments, Moment, MomentFacts, MomentText } from '../moment.domain.ts';
import { WrittenWords } from './forms.ts';
import { languageOf } from './layout.repo.ts';
import { vectorOf } from './literals.ts';
import { marksOf } from './marks.ts';
import { newestOf } from './newest.ts';
import { Tally } from './tally.ts';

/** A text of a moment as the index keeps it. */
export interface TextRow {
  readonly language: string;
  readonly nth: number;
  /** In words. */
  readonly length: number;
  readonly vector: string;
  /** Whether it is in the language that is spoken at the floor. */
  readonly isOriginal: boolean;
}

/** What a language gains or loses. */
export interface LanguageCount {
  texts: number;
  words: number;
  /** In how many texts each key stands. */
  readonly keys: Tally;
  readonly forms: WrittenWords;
}

/** What facets count by, and what is shown of a moment besides its words. */
export interface KeptFacts extends MomentFacts {
  readonly meetingId: string;
  readonly bodies: readonly string[];
  readonly series: string | null;
  readonly year: number | null;
}

/** What is the same for many moments of a meeting. */
export interface FactsRow {
  readonly facts: KeptFacts;
  readonly marks: readonly string[];
}

/** A meeting as rows; `facts` of a moment is an index. */
export interface MeetingRows {
  readonly newest: number;
  readonly facts: readonly FactsRow[];
  readonly moments: readonly { readonly moment: Moment; readonly facts: number; readonly texts: readonly TextRow[] }[];
  readonly counts: ReadonlyMap<string, LanguageCount>;
}

/**
 * Makes the rows of a meeting.
 * @param counts what the languages gain is added here
 */
export function rowsOf({ moments, ...meeting }: MeetingMoments, counts = new Map<string, LanguageCount>()): MeetingRows {
  const facts = new Map<string, FactsRow & { readonly index: number }>();
  const newest = newestOf(meeting.day);
  const rows = moments.map((one) => {
    const { speaker, capacity, spoken, agenda, topics } = one;
    const own: MomentFacts = { speaker, capacity, spoken, agenda, topics };
    const name = JSON.stringify(own);
    let kept = facts.get(name);
    if (!kept) {
      const all: KeptFacts = { ...own, topics: [...new Set([...topics, ...meeting.topics])], meetingId: meeting.meetingId, bodies: meeting.bodies, series: meeting.series, year: meeting.day === null ? null : Number(meeting.day.slice(0, 4)) };
      kept = { facts: all, marks: marksOf(meeting, own), index: facts.size };
      facts.set(name, kept);
    }
    const texts = one.texts.map((text, nth) => textRow(text.text, text.language, nth, own, counts));
    return { moment: one, facts: kept.index, texts };
  });
  return { newest, facts: [...facts.values()], moments: rows, counts };
}

function textRow(text: string, tag: string, nth: number, { speaker, capacity, spoken }: Pick<MomentFacts, 'speaker' | 'capacity' | 'spoken'>, counts: Map<string, LanguageCount>): TextRow {
  const language = languageOf(tag);
  let of = counts.get(language);
  if (!of) counts.set(language, of = { texts: 0, words: 0, keys: new Tally(), forms: new WrittenWords(language) });
  const said = of.forms.read(text);
  const named = [speaker?.name, capacity].flatMap((name) => (name ? namesOf(name, tag, language) : []));
  const { vector, keys } = vectorOf(said, named);
  of.texts += 1;
  of.words += said.length;
  for (const key of keys) of.keys.add(key);
  return { language, nth, length: Math.min(said.length, 32_000), vector, isOriginal: spoken !== null && languageOf(spoken) === language };
}

const namesOf = (name: LocalizedText, tag: string, language: string): readonly SearchToken[] => {
  const own = pick(name, tag);
  return own ? searchTokens(own.text, language) : [];
};

/** The written words of these texts, by language. */
export function formsIn(texts: readonly MomentText[]): ReadonlyMap<string, WrittenWords> {
  const all = new Map<string, WrittenWords>();
  for (const { text, language: tag } of texts) {
    const language = languageOf(tag);
    const forms = all.get(language) ?? new WrittenWords(language);
    all.set(language, forms);
    forms.read(text);
  }
  return all;
}
