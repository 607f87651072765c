import { open } from 'node:fs/promises';
import { speak, type VoiceLanguage } from '../../../fixtures/voices/index.ts';
import { Chance } from './chance.ts';
import { speakersOf } from './speakers.ts';
import { sentencesOf, type TestSet } from './texts.ts';

/** Hz of the channels' sound. */
export const RATE = 22_050;

/** A sentence as it lies in a channel; seconds. */
export interface Said {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A channel and the truth about it. */
export interface Channel {
  readonly language: VoiceLanguage;
  /** Raw sound: mono, 16 bit, `RATE` Hz. */
  readonly file: string;
  readonly seconds: number;
  readonly said: readonly Said[];
  /** Sentences that nobody speaks. */
  readonly unsaid: readonly string[];
}

export interface ChannelWanted {
  readonly language: VoiceLanguage;
  readonly set: TestSet;
  readonly minutes: number;
  readonly file: string;
}

const SPEECH_RMS = 0.08;
// 15 dB below speech; a uniform distribution is 1/sqrt(3) of its peak.
const NOISE_PEAK = SPEECH_RMS * 10 ** (-15 / 20) * Math.sqrt(3);
const ECHOES = [[0.031, 0.25], [0.047, 0.18], [0.071, 0.12]] as const;
const TAIL = 0.08;
const AUDIBLE = 100;

/**
 * Makes a channel: turns of several speakers, unlike the reference in voice, speed and dialect, pauses of 0.15 to 1.2 s and some of 3 to 8 s,
 * three seconds of silence first, noise at 15 dB and a little echo over all. The same wishes give the same sound.
 */
export async function makeChannel({ language, set, minutes, file }: ChannelWanted): Promise<Channel> {
  const chance = new Chance(language.charCodeAt(0) * 256 + language.charCodeAt(1));
  const texts = await sentencesOf(language, set);
  const speakers = speakersOf(language, set);
  const said: Said[] = [];
  await using output = await open(file, 'w');
  let samples = 0;
  const write = async (sound: Float64Array) => {
    const pcm = Int16Array.from(sound, (value) => Math.max(-32_768, Math.min(32_767, Math.round((value + chance.between(-NOISE_PEAK, NOISE_PEAK)) * 32_767))));
    await output.write(new Uint8Array(pcm.buffer));
    samples += pcm.length;
  };
  await write(new Float64Array(3 * RATE));
  let [n, speaker, loud] = [0, chance.oneOf(speakers), 1];
  for (; n < texts.length && samples < minutes * 60 * RATE; n += 1) {
    if (chance.share(0.12)) [speaker, loud] = [chance.oneOf(speakers), 10 ** (chance.between(-3, 3) / 20)];
    const text = texts[n] ?? '';
    const { pcm } = await speak(text, { ...speaker, rate: Math.round(chance.between(135, 185)) });
    // The synthesiser begins with a little silence.
    said.push({ text, start: (samples + pcm.findIndex((value) => Math.abs(value) > AUDIBLE)) / RATE, end: (samples + pcm.length) / RATE });
    await write(inRoom(pcm, loud));
    await write(new Float64Array(Math.round(RATE * (chance.share(0.05) ? chance.between(3, 8) : chance.between(0.07, 1.12)))));
  }
  return { language, file, seconds: samples / RATE, said, unsaid: texts.slice(n) };
}

/** The sound at its loudness, with the echo that it leaves behind. */
function inRoom(pcm: Int16Array, loud: number): Float64Array {
  let power = 0;
  for (const value of pcm) power += value * value;
  const scale = (SPEECH_RMS * loud) / Math.sqrt(power / Math.max(1, pcm.length) + 1);
  const room = new Float64Array(pcm.length + Math.round(TAIL * RATE));
  for (let n = 0; n < room.length; n += 1) {
    let sum = pcm[n] ?? 0;
    for (const [seconds, share] of ECHOES) sum += share * (pcm[n - Math.round(seconds * RATE)] ?? 0);
    room[n] = sum * scale;
  }
  return room;
}
