import type { MeetingMoments, MomentFacts } from '../../../server/src/search/index.ts';
import { seededRandom } from '../../../fixtures/sound/index.ts';
import { LANGUAGES, type Language } from './pools.ts';

const MOMENTS = 60;
const WORDS = 60;
/** Chinese words of two letters or a little less. */
const LETTERS_A_WORD = 1.7;
const YEARS = 10;
const LAST_DAY = Date.UTC(2026, 10, 20);
const SPEAKERS = 500;
const BODIES = 40;
/** New names never end in real texts, and most of them are rare. */
const NAMES = 300_000;
const SYLLABLES = ['ba', 'ko', 'ri', 'me', 'tu', 'sa', 'len', 'dor', 'vi', 'nak', 'po', 'zel', 'ha', 'mi', 'qua', 'for'];

export const idOf = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
export const bodyOf = (n: number): string => `body-${n % BODIES}`;
const dayOf = (n: number, meetings: number): string => new Date(LAST_DAY - Math.floor((n / meetings) * YEARS * 365) * 86_400_000).toISOString().slice(0, 10);

/** A made name; low numbers are the frequent ones. */
export function nameOf(n: number): string {
  let name = '';
  for (let left = n + 17; left > 0; left = Math.floor(left / SYLLABLES.length)) name += SYLLABLES[left % SYLLABLES.length] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * Meetings out of sentences of real texts, the newest first: each text is a stretch of such a text, from a place by chance on, with a
 * name in it. The same numbers give the same archive.
 * @param rows texts of moments in all
 */
export function* archive(pools: Readonly<Record<Language, readonly string[]>>, rows: number): Generator<MeetingMoments> {
  const meetings = meetingsFor(rows);
  for (let n = 0; n < meetings; n += 1) {
    const random = seededRandom(n + 1);
    const moments = Array.from({ length: MOMENTS }, (_, at) => {
      const turn = Math.floor(at / 4);
      const name = nameOf(Math.floor(NAMES * random() ** 3));
      return {
        startMs: at * 30_000, endMs: (at + 1) * 30_000, turn, ...factsOf(n, turn),
        texts: LANGUAGES.map((language) => ({ channel: language, kind: 'transcript' as const, language, text: `${stretch(pools[language], language, random)} ${name}.`, places: [{ from: 0, startMs: at * 30_000 }] })),
      };
    });
    yield { meetingId: idOf(n), day: dayOf(n, meetings), bodies: [bodyOf(n), 'organisation'], series: `series-${n % 25}`, topics: [`topic-${n % 60}`], symbols: [`S/PV.${n}`], moments };
  }
}

export const meetingsFor = (rows: number): number => Math.max(1, Math.round(rows / MOMENTS / LANGUAGES.length));

function factsOf(meeting: number, turn: number): MomentFacts {
  const who = (meeting * 7 + turn * 13) % SPEAKERS;
  return {
    speaker: { slug: `speaker-${who}`, name: { en: nameOf(who * 31) } }, capacity: { en: nameOf((who % 190) * 57) },
    spoken: LANGUAGES[who % LANGUAGES.length] ?? 'en', agenda: { title: { en: `Item ${turn % 5}` }, symbol: null }, topics: [`topic-${(meeting + turn) % 60}`],
  };
}

function stretch(pool: readonly string[], language: Language, random: () => number): string {
  let text = '';
  let words = 0;
  for (let at = Math.floor(random() * pool.length); words < WORDS; at = (at + 1) % pool.length) {
    const sentence = pool[at] ?? '';
    text += (text === '' || language === 'zh' ? '' : ' ') + sentence;
    words += language === 'zh' ? sentence.length / LETTERS_A_WORD : sentence.split(' ').length;
  }
  return text;
}
