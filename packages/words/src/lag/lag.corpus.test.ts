import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driftingLag } from '../../../../fixtures/lag/index.ts';
import { ffmpeg } from '../../../../fixtures/ffmpeg/index.ts';
import { seededRandom, seedOf } from '../../../../fixtures/sound/index.ts';
import type { Segment } from '../segment.ts';
import { findSpeechSpans, type Span } from '../sound/index.ts';
import { lagAt } from './lag-curve.ts';
import { measureLag } from './measure-lag.ts';

// Voices of people, who all begin each piece at the same moment: the booth's pieces are put back by a lag that drifts.
const FOLDER = join(process.env['OPENFLOOR_CORPUS'] ?? '', 'interpretation', 'prompts-4lang-human');
const RATE = 16_000;
const PIECES_A_TURN = 5;
const BREATH_MS = 180;

type Cue = { readonly start: number; readonly end: number; readonly text: string };

async function speechOf(language: string): Promise<readonly Span[]> {
  const pcm = await ffmpeg(['-i', join(FOLDER, `audio.${language}.opus`), '-ac', '1', '-ar', String(RATE), '-f', 's16le', '-']);
  const samples = new Int16Array(new Uint8Array(pcm).buffer);
  return (await findSpeechSpans({ sound: (async function* whole() { yield samples; })(), sampleRate: RATE })).speech;
}

const segment = (startMs: number, endMs: number, text: string): Segment => ({ startMs, endMs, text, words: null, speaker: null, language: null });

describe('the lag of human voices', () => {
  it.each(['fr', 'es', 'ru'])('is found in %s', async (language) => {
    const { cues } = JSON.parse(readFileSync(join(FOLDER, 'truth.json'), 'utf8')) as { readonly cues: Readonly<Record<string, readonly Cue[]>> };
    const [floor, booth] = [await speechOf('en'), await speechOf(language)];
    const lag = driftingLag(seededRandom(seedOf(language)), 450_000, { least: 500, most: 6000, restless: 250 });
    const [said, text, truth]: [Span[], Segment[], { floorMs: number; lagMs: number }[]] = [[], [], []];
    for (const [n, cue] of (cues[language] ?? []).entries()) {
      const floorMs = (cues['en']?.[n]?.start ?? 0) * 1000;
      const own = booth.filter(({ startMs, endMs }) => endMs > cue.start * 1000 && startMs < cue.end * 1000);
      const lagMs = Math.max(lag(floorMs), (said.at(-1)?.endMs ?? 0) + BREATH_MS - (own[0]?.startMs ?? 0));
      said.push(...own.map(({ startMs, endMs }) => ({ startMs: startMs + lagMs, endMs: endMs + lagMs })));
      text.push(segment(floorMs + lagMs, cue.end * 1000 + lagMs, cue.text));
      truth.push({ floorMs, lagMs });
    }
    const english = cues['en'] ?? [];
    const turns = english.flatMap(({ start }, n) => (n % PIECES_A_TURN === 0 ? [{ startMs: start * 1000, endMs: (english[Math.min(english.length, n + PIECES_A_TURN) - 1]?.end ?? start) * 1000, language: 'en' }] : []));
    const found = async (words: boolean) => {
      const floorText = english.map(({ start, end, text: own }) => segment(start * 1000, end * 1000, own));
      const curve = await measureLag({ floor: { speech: floor, ...(words && { text: floorText }) }, channel: { speech: said, ...(words && { text }) }, language, turns }, async () => undefined);
      return truth.map(({ floorMs, lagMs }) => Math.abs((lagAt(curve, floorMs)?.lagMs ?? Infinity) - lagMs));
    };
    const middle = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
    const starts = (await found(false)).filter((_, n) => n % PIECES_A_TURN === 0);
    const inside = (await found(true)).filter((_, n) => n % PIECES_A_TURN !== 0);
    expect(middle(starts), starts.map(Math.round).join(' ')).toBeLessThanOrEqual(300);
    expect(middle(inside), inside.map(Math.round).join(' ')).toBeLessThanOrEqual(1000);
  });
});
