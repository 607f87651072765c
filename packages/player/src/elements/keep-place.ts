import type { PlayerCore } from '../core/player-core.ts';
import { rememberPlace, rememberedPlace } from './memory.ts';

const EVERY_MS = 5000;
// Who has heard less has hardly begun; who is nearer to the end has finished.
const WORTH_MS = 15_000;

/** Begins where this device left the meeting, unless the address names a moment, and keeps the place from then on. */
export function keepPlace(core: PlayerCore, signal: AbortSignal): void {
  const { meeting, startMs, durationMs } = core.data;
  const left = rememberedPlace(meeting);
  if (startMs === 0 && left >= WORTH_MS && left < durationMs - WORTH_MS) core.report({ timeMs: left });
  let keptMs = left;
  const keep = core.subscribe(({ phase, timeMs }) => {
    if (phase === 'idle' || Math.abs(timeMs - keptMs) < EVERY_MS) return;
    keptMs = timeMs;
    rememberPlace(meeting, timeMs < durationMs - WORTH_MS ? timeMs : 0);
  });
  signal.addEventListener('abort', keep, { once: true });
}
