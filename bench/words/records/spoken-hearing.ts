import { heardSentencesOf, type GoldMeeting, type LetterTimes } from '../../../fixtures/records/index.ts';
import { seededRandom, seedOf } from '../../../fixtures/sound/index.ts';
import { speak, type VoiceLanguage } from '../../../fixtures/voices/index.ts';

/** A hearing as synthetic voices speak it. */
export interface SpokenHearing {
  /** When each letter of the text is said, ms. */
  readonly times: LetterTimes;
  readonly durationMs: number;
  /** Mono, `RATE` Hz. */
  readonly pieces: readonly Int16Array[];
}

/** Hz. */
export const RATE = 22_050;

// As under "Test audio" in the notes on words: pauses of 0.15 to 1.2 s, one in twenty of 3 to 8; who takes the floor needs a moment.
const LEAD_MS = 3000;
const PAUSE_MS = [150, 1200] as const;
const LONG_PAUSE_MS = [3000, 8000] as const;
const LONG_PAUSES = 0.05;
const TURN_MS = [800, 2500] as const;
const WORDS_PER_MINUTE = [135, 185] as const;
const VARIANTS = ['f2', 'f4', 'm2', 'm3', 'm5', 'f3'] as const;
// 15 dB below speech of usual loudness.
const NOISE_PEAK = 800;

/** Has a hearing spoken sentence by sentence: another voice and pace for each turn, pauses, and noise under all of it. */
export async function speakHearing(text: string, { meeting, language, turns }: GoldMeeting): Promise<SpokenHearing> {
  const random = seededRandom(seedOf(`${meeting} ${language}`));
  const between = ([least, most]: readonly [number, number]): number => least + (most - least) * random();
  const starts = new Set(turns.map(({ heard }) => heard));
  const times: number[] = [];
  const pieces: Int16Array[] = [];
  let samples = 0;
  const add = (piece: Int16Array): void => {
    for (let at = 0; at < piece.length; at += 1) piece[at] = Math.max(-32_768, Math.min(32_767, (piece[at] ?? 0) + (random() * 2 - 1) * NOISE_PEAK));
    pieces.push(piece);
    samples += piece.length;
  };
  const silence = (ms: number): void => add(new Int16Array(Math.round((ms * RATE) / 1000)));
  let voice = { rate: 155, variant: VARIANTS[0] as string };
  silence(LEAD_MS);
  for (const { from, text: sentence } of heardSentencesOf(text, language)) {
    if (starts.has(from)) {
      silence(between(TURN_MS));
      voice = { rate: Math.round(between(WORDS_PER_MINUTE)), variant: VARIANTS[Math.floor(random() * VARIANTS.length)] ?? 'f2' };
    }
    const said = language === 'zh' ? sentence.replace(/(?<=\P{ASCII}) | (?=\P{ASCII})/gu, '') : sentence;
    const { pcm } = await speak(said, { language: language as VoiceLanguage, ...voice });
    spread(times, from, sentence, (samples / RATE) * 1000, (pcm.length / RATE) * 1000);
    add(pcm);
    silence(between(random() < LONG_PAUSES ? LONG_PAUSE_MS : PAUSE_MS));
  }
  return { times, pieces, durationMs: Math.round((samples / RATE) * 1000) };
}

/** The letters of a sentence share its time evenly. */
function spread(times: number[], from: number, sentence: string, startMs: number, lengthMs: number): void {
  const letters = sentence.match(/[\p{L}\d]/gu)?.length ?? 1;
  let said = 0;
  for (let at = 0; at < sentence.length; at += 1) {
    times[from + at] = Math.round(startMs + (lengthMs * said) / letters);
    if (/[\p{L}\d]/u.test(sentence[at] ?? '')) said += 1;
  }
}
