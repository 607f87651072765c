import { readMeetings } from '../../fixtures/judged/index.ts';
import { candidatesOf, phrasesOf, tagMoments, type TagConcept } from '../../server/src/topics/index.ts';
import type { Figure } from '../report/figures.ts';

const CONCEPTS = 5000;
const MOST_SECONDS = 10;
const HOURS = 3;
const CHANNELS = 7;
const WORDS_A_MINUTE = 130;
/** Of a script without spaces as long as a word takes to say. */
const LETTERS_A_WORD = 1.7;

/** How long it takes to make a large vocabulary ready, and to tag a long meeting by it: labels and words are those of the judged meetings. */
export async function tagSpeed(): Promise<readonly Figure[]> {
  const texts = new Map<string, string[]>();
  for (const { words } of readMeetings().flatMap(({ moments }) => moments)) {
    for (const [language, text] of Object.entries(words)) texts.set(language, [...(texts.get(language) ?? []), text]);
  }
  const concepts = Array.from({ length: CONCEPTS }, (_, n) => conceptOf(n, texts));
  const beganMs = performance.now();
  const phrases = phrasesOf(concepts);
  const readyMs = performance.now();
  const moments = meeting(texts);
  const madeMs = performance.now();
  const cpu = process.cpuUsage();
  const found = tagMoments(moments, phrases).reduce((sum, tags) => sum + tags.length, 0);
  const taggedMs = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  // The labels of a concept are of different moments in each language: most are heard in one channel of seven, which makes no topic.
  const heard = candidatesOf(moments, phrases).reduce((sum, candidates) => sum + candidates.length, 0);
  if (heard === 0) throw new Error('No concept was heard, so nothing was measured.');
  const note = `${moments.length} moments, ${CHANNELS} channels, ${heard} times something of a concept, ${found} topics`;
  return [
    { what: `${CONCEPTS} concepts in six languages made ready`, measured: (readyMs - beganMs) / 1000, unit: 's' },
    { what: `a ${HOURS}-hour meeting in ${CHANNELS} channels tagged by them`, measured: (taggedMs - madeMs) / 1000, unit: 's', must: { of: 'value', most: MOST_SECONDS }, note },
    { what: 'of that, at work on a processor', measured: (user + system) / 1e6, unit: 's' },
  ];
}

/** Three labels in each language, of one to four words that somebody says. */
function conceptOf(n: number, texts: ReadonlyMap<string, readonly string[]>): TagConcept {
  const labels = Object.fromEntries([...texts].map(([language, all]) => [language, [1, 2, 3].map((words, k) => {
    const text = all[(n * 7 + k * 3) % all.length] ?? '';
    const parts = language === 'zh' ? Array.from(text.replace(/\P{Script=Han}/gu, '')) : text.split(/[^\p{L}\p{M}]+/u).filter((part) => part.length > 3);
    const from = (n * 13 + k) % Math.max(1, parts.length - words);
    return language === 'zh' ? parts.slice(from, from + words + 1).join('') : parts.slice(from, from + words).join(' ');
  })]));
  return { slug: `concept-${n}`, labels, hidden: {}, everyday: {}, near: [`concept-${(n + 1) % CONCEPTS}`] };
}

/** Moments of half a minute in all languages, and the floor in one of them, until the meeting is over. */
function meeting(texts: ReadonlyMap<string, readonly string[]>) {
  const languages = [...texts.keys()];
  const channels = Array.from({ length: CHANNELS }, (_, n) => languages[n % languages.length] ?? 'en');
  return Array.from({ length: HOURS * 120 }, (_, n) => ({
    texts: channels.map((language) => {
      const all = texts.get(language) ?? [];
      const words = (WORDS_A_MINUTE / 2) * (language === 'zh' ? LETTERS_A_WORD : 1);
      let text = '';
      for (let next = n; lengthOf(text, language) < words; next += 1) text += ` ${all[next % all.length] ?? ''}`;
      return { language, text };
    }),
  }));
}

const lengthOf = (text: string, language: string): number => (language === 'zh' ? text.length : text.split(' ').length);
