import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { heardSentencesOf, readGold, scoreRecord, timedBy, type GoldMeeting, type RecordScore } from '../../../../../fixtures/records/index.ts';
import { placeRecord, readRecord, type ChannelClues } from '../index.ts';

// The hearing is read out at an even pace here, so that the test takes seconds; `npm run bench -- words` has it spoken.
const MS_PER_LETTER = 65;
const MS_PER_SIGN = 200;
const PAUSE_MS = 450;
const TURN_PAUSE_MS = 1600;
/** Meetings that nothing was tuned on; 9722 is the one that all was tuned on. */
const MEASURED = ['9642', '9826'];

const corpus = process.env['OPENFLOOR_CORPUS'] ?? '';
const read = (name: string): string => readFileSync(join(corpus, 'records', name), 'utf8');

/** Reads hearing `a` out: when each of its letters is said, and where there is silence. */
function readOut(text: string, { turns, language }: GoldMeeting): { readonly times: number[]; readonly speech: { readonly startMs: number; readonly endMs: number }[] } {
  const times: number[] = [];
  const speech: { startMs: number; endMs: number }[] = [];
  const turnsAt = new Set(turns.map(({ heard }) => heard));
  let at = 2000;
  for (const { from, text: sentence } of heardSentencesOf(text, language)) {
    if (turnsAt.has(from)) at += TURN_PAUSE_MS;
    const startMs = at;
    for (let n = 0; n < sentence.length; n += 1) {
      times[from + n] = at;
      if (/[\p{L}\d]/u.test(sentence[n] ?? '')) at += /\p{Script=Han}/u.test(sentence[n] ?? '') ? MS_PER_SIGN : MS_PER_LETTER;
    }
    speech.push({ startMs, endMs: at });
    at += PAUSE_MS;
  }
  return { times, speech };
}

function place(gold: GoldMeeting, withTranscript: boolean): RecordScore {
  const { meeting, language, turns } = gold;
  const record = readRecord({ form: 'text', text: read(`pv-${meeting}.record.${language}.txt`) }, language);
  const heard = read(`pv-${meeting}.heard.${language}.a.txt`);
  const { times, speech } = readOut(heard, gold);
  const transcript = timedBy(read(`pv-${meeting}.heard.${language}.b.txt`), language, heard, times).map((one) => ({ ...one, words: null, speaker: null, language: null }));
  const durationMs = (speech.at(-1)?.endMs ?? 0) + 2000;
  // The floor is two seconds ahead of the channel, and lists of speakers don't have the chair in them.
  const interventions = record.turns.flatMap(({ chair, speaker, capacity }, at) => (chair ? [] : [{ startMs: Math.max(0, (times[turns[at]?.heard ?? 0] ?? 0) - 2000), names: [speaker, capacity ?? ''] }]));
  const clues: ChannelClues = withTranscript ? { durationMs, transcript, speech: null, interventions: [] } : { durationMs, transcript: null, speech, interventions };
  return scoreRecord(record, placeRecord(record.turns, clues), gold, times, withTranscript ? 1500 : 5000);
}

const sum = (scores: readonly RecordScore[]) => {
  const total = (key: keyof RecordScore): number => scores.reduce((all, score) => all + score[key], 0);
  return { turns: total('turnsRight') / total('turns'), sentences: total('sentencesRight') / total('sentences'), farUnmarked: total('farUnmarked'), marked: total('marked') / (total('turns') + total('sentences')) };
};

describe.skipIf(corpus === '')('records on channels, against the gold table', () => {
  const gold = readGold();

  it('has a gold table of enough turns and sentences', () => {
    expect(gold.reduce((all, { turns }) => all + turns.length, 0)).toBeGreaterThanOrEqual(60);
    expect(gold.reduce((all, { sentences }) => all + sentences.length, 0)).toBeGreaterThanOrEqual(300);
  });

  it.each([[true, 0.95, 0.85, 0.1], [false, 0.95, 0.6, 0.85]] as const)('with a transcript: %s', (withTranscript, turns, sentences, marked) => {
    const found = sum(gold.filter(({ meeting }) => MEASURED.includes(meeting)).map((one) => place(one, withTranscript)));
    expect(found.turns).toBeGreaterThanOrEqual(turns);
    expect(found.sentences).toBeGreaterThanOrEqual(sentences);
    expect(found.farUnmarked).toBe(0);
    // To mark everything would hide nothing, and help nobody.
    expect(found.marked).toBeLessThan(marked);
  });
});
