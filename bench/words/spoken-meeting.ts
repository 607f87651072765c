import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SCRIPT } from '../../fixtures/sample/script/index.ts';
import { waveFile } from '../../fixtures/sound/index.ts';
import { closeVoices, speak } from '../../fixtures/voices/index.ts';

const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;
const SENTENCES = 30;
const PAUSE_SECONDS = 0.6;

type Texts = Readonly<Record<(typeof LANGUAGES)[number], string>>;

/** A meeting folder in which synthetic voices read the same script in six channels. */
export interface SpokenMeeting {
  readonly folder: string;
  /** Of the longest channel. */
  readonly seconds: number;
  readonly texts: Texts;
}

/** Makes the meeting in a folder. */
export async function spokenMeeting(folder: string): Promise<SpokenMeeting> {
  await mkdir(folder, { recursive: true });
  const sentences = SCRIPT.flatMap((turn) => turn.sentences).slice(0, SENTENCES);
  let seconds = 0;
  for (const language of LANGUAGES) {
    const pieces: Int16Array[] = [];
    let rate = 0;
    for (const sentence of sentences) {
      const { pcm, sampleRate } = await speak(sentence[language], { language });
      pieces.push(pcm, new Int16Array(Math.round(PAUSE_SECONDS * sampleRate)));
      rate = sampleRate;
    }
    const samples = joined(pieces);
    seconds = Math.max(seconds, samples.length / rate);
    await writeFile(join(folder, `${language}.wav`), waveFile(samples, rate));
  }
  await closeVoices();
  const channels = LANGUAGES.map((language, n) => `    - { id: ${language}, role: ${n === 2 ? 'floor' : 'interpretation'}, language: ${language}, file: ${language}.wav }`);
  await writeFile(join(folder, 'meeting.yaml'), ['schema: openfloor/meeting/1', 'title: { en: Recognised }', 'recording:', '  channels:', ...channels, ''].join('\n'));
  return { folder, seconds, texts: Object.fromEntries(LANGUAGES.map((language) => [language, sentences.map((sentence) => sentence[language]).join(' ')])) as unknown as Texts };
}

function joined(pieces: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** The share of words that are missing, added or wrong; of characters in Chinese. */
export function wordErrors(right: string, found: string): number {
  const [a, b] = [wordsOf(right), wordsOf(found)];
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [i, word] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) next.push(Math.min((row[j] ?? 0) + (word === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return (row.at(-1) ?? 0) / Math.max(1, a.length);
}

const wordsOf = (text: string): string[] => text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
