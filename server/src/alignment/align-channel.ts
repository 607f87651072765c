import { HEARING_RATE } from '@openfloor/media';
import type { Alignment } from '@openfloor/words';
import { channelSound, type SoundWanted } from './channel-sound.ts';
import { alignInThread } from './engine/align-in-thread.ts';

/** A channel's sound, and what is said in it. */
interface ToAlign extends Omit<SoundWanted, 'signal'> {
  readonly sentences: readonly string[];
  readonly language: string;
}

/** Lays sentences along the sound of a channel, as a job does. Rejects as `alignInThread` does. */
export const alignChannel = ({ sentences, language, ...sound }: ToAlign, { signal, progress }: { readonly signal: AbortSignal; readonly progress: (share: number) => void }): Promise<Alignment> =>
  alignInThread({ sound: channelSound({ ...sound, signal }), sampleRate: HEARING_RATE, sentences, language, signal, onProgress: progress });
