import type { SoundPlan } from '../plan/index.ts';

/** Sound of one channel on the part's timeline: one side picked or all mixed to mono, holes and ends filled with silence. */
export function onTimeline(sound: SoundPlan, durationMs: number): string {
  const pick = sound.side === null ? 'aformat=channel_layouts=mono' : `pan=mono|c0=c${sound.side}`;
  const end = durationMs / 1000;
  // aformat mixes down only after a layout is known; recorders often leave it out, so aresample guesses it first.
  const filled = `aresample=48000:async=1:first_pts=0,apad=whole_dur=${end},atrim=end=${end}`;
  return sound.side === null ? `${filled},${pick}` : `${pick},${filled}`;
}

/** Linear gain; nothing for 0 dB. */
export function gainFilter(gainDb: number): string {
  return gainDb === 0 ? '' : `,volume=${gainDb}dB:precision=float`;
}
