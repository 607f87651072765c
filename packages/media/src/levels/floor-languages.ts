import type { FloorTurn } from './channel-report.ts';
import { ENVELOPE_HZ } from './envelope.ts';
import { WINDOW, WINDOW_STEP } from './windows.ts';

// A booth hands over some seconds after the floor's language changes, and turns are written down by hand.
const HANDOVER_MS = 3000;
// Turns in one language this close are one.
const JOIN_MS = 2000;

/** The primary subtag, by which channels and turns are told apart; null for none, several or unknown languages. */
export function languageOf(tag: string): string | null {
  const primary = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  if (primary === 'cmn') return 'zh';
  return primary === '' || primary === 'und' || primary === 'mul' || primary === 'zxx' ? null : primary;
}

/** The one language spoken on the floor during each window; null where there are several, none, or it isn't known. */
export function windowLanguages(turns: readonly FloorTurn[], count: number): (string | null)[] {
  const spoken = joined(turns);
  return Array.from({ length: count }, (_, window) => {
    const startMs = (window * WINDOW_STEP * 1000) / ENVELOPE_HZ;
    const endMs = startMs + (WINDOW * 1000) / ENVELOPE_HZ;
    const touching = spoken.filter((turn) => turn.startMs < endMs && turn.endMs > startMs - HANDOVER_MS);
    const [only] = touching;
    if (!only || touching.length > 1) return null;
    return only.startMs + HANDOVER_MS <= startMs && only.endMs >= endMs ? languageOf(only.language) : null;
  });
}

function joined(turns: readonly FloorTurn[]): FloorTurn[] {
  const result: FloorTurn[] = [];
  for (const turn of turns.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = result.at(-1);
    if (last?.language === turn.language && turn.startMs - last.endMs <= JOIN_MS) {
      result[result.length - 1] = { ...last, endMs: Math.max(last.endMs, turn.endMs) };
    } else result.push(turn);
  }
  return result;
}
