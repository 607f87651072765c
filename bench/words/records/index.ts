import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSpeechSpans, placeRecord, readRecord, type ChannelClues } from '@openfloor/words';
import { readGold, scoreRecord, timedBy, type GoldMeeting, type RecordScore } from '../../../fixtures/records/index.ts';
import { seededRandom, seedOf } from '../../../fixtures/sound/index.ts';
import type { Figure, Limit } from '../../report/figures.ts';
import { corpus } from '../alignment/texts.ts';
import { RATE, speakHearing } from './spoken-hearing.ts';

/** How a record is placed. */
const WAYS = {
  transcript: { name: 'with a transcript', turnMs: 1500, turns: 95, sentences: 85 },
  pauses: { name: 'without, by interventions and pauses', turnMs: 5000, turns: 95, sentences: 60 },
  length: { name: 'without, by pauses alone', turnMs: 5000, turns: null, sentences: null },
} as const;
type Way = keyof typeof WAYS;

/** All that was tuned was tuned on this meeting; the figures are those of the others. */
const TUNED_ON = '9722';
// The floor is ahead of the interpreters by so much, and lists of speakers are right to a second or so.
const LAG_MS = [500, 3000] as const;

interface Judged extends Readonly<Record<Way, RecordScore>> {
  readonly gold: GoldMeeting;
  readonly milliseconds: number;
}

/** How well official records find their places on the channels of their languages, against a gold table made by reading. */
export async function recordFigures(): Promise<Figure[]> {
  const judged: Judged[] = [];
  for (const gold of readGold()) judged.push(await judge(gold));
  const measured = judged.filter(({ gold }) => gold.meeting !== TUNED_ON);
  const languages = [...new Set(judged.map(({ gold }) => gold.language))];
  return [
    ...(Object.keys(WAYS) as Way[]).flatMap((way) => [
      ...figuresOf(way, measured, 'all languages', true),
      ...(WAYS[way].turns === null ? [] : languages.flatMap((language) => figuresOf(way, measured.filter(({ gold }) => gold.language === language), language, false))),
      ...figuresOf(way, judged.filter(({ gold }) => gold.meeting === TUNED_ON), 'the meeting tuned on', false),
    ]),
    { what: 'record: time to place one of a quarter of an hour', measured: Math.max(...judged.map(({ milliseconds }) => milliseconds)), unit: 'ms' },
  ];
}

const read = (name: string): string => readFileSync(join(corpus(), 'records', name), 'utf8');

async function judge(gold: GoldMeeting): Promise<Judged> {
  const { meeting, language, turns } = gold;
  const record = readRecord({ form: 'text', text: read(`pv-${meeting}.record.${language}.txt`) }, language);
  const heard = read(`pv-${meeting}.heard.${language}.a.txt`);
  const { times, pieces, durationMs } = await speakHearing(heard, gold);
  const transcript = timedBy(read(`pv-${meeting}.heard.${language}.b.txt`), language, heard, times).map((one) => ({ ...one, words: null, speaker: null, language: null }));
  const { speech } = await findSpeechSpans({ sound: inPieces(pieces), sampleRate: RATE });
  const random = seededRandom(seedOf(`floor ${meeting} ${language}`));
  const interventions = record.turns.flatMap(({ chair, speaker, capacity }, at) => (chair ? []
    : [{ startMs: Math.max(0, Math.round((times[turns[at]?.heard ?? 0] ?? 0) - LAG_MS[0] - random() * (LAG_MS[1] - LAG_MS[0]))), names: [speaker, capacity ?? ''] }]));
  const score = (way: Way, clues: ChannelClues): RecordScore => scoreRecord(record, placeRecord(record.turns, clues), gold, times, WAYS[way].turnMs);
  const began = performance.now();
  const withTranscript = score('transcript', { durationMs, transcript, speech: null, interventions: [] });
  const milliseconds = performance.now() - began;
  return {
    gold, milliseconds, transcript: withTranscript,
    pauses: score('pauses', { durationMs, transcript: null, speech, interventions }),
    length: score('length', { durationMs, transcript: null, speech, interventions: [] }),
  };
}

// oxlint-disable-next-line typescript/require-await -- The reader of sound takes what comes over time.
async function* inPieces(pieces: readonly Int16Array[]): AsyncIterable<Int16Array> {
  yield* pieces;
}

function figuresOf(way: Way, judged: readonly Judged[], whose: string, must: boolean): Figure[] {
  const sum = (key: keyof RecordScore): number => judged.reduce((all, one) => all + one[way][key], 0);
  const { name, turnMs, turns, sentences } = WAYS[way];
  const least = (percent: number | null): { readonly must?: Limit } => (must && percent !== null ? { must: { of: 'value', least: percent } } : {});
  const what = `record ${name}, ${whose}`;
  return [
    { what: `${what}: turns within ${turnMs / 1000} s`, measured: (100 * sum('turnsRight')) / sum('turns'), unit: '%', note: `${sum('turns')} turns`, ...least(turns) },
    { what: `${what}: sentences within 5 s`, measured: (100 * sum('sentencesRight')) / sum('sentences'), unit: '%', note: `${sum('sentences')} sentences`, ...least(sentences) },
    { what: `${what}: wrong by more than 10 s without a mark`, measured: sum('farUnmarked'), unit: '', note: `${sum('farMarked')} more have one`, ...(must && turns !== null ? { must: { of: 'value', most: 0 } } : {}) },
    { what: `${what}: marked as doubtful`, measured: (100 * sum('marked')) / (sum('turns') + sum('sentences')), unit: '%' },
  ];
}
