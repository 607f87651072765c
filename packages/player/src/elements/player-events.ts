/**
 * The events of `<openfloor-player>`; they bubble, so a page may listen anywhere above it. Times in ms.
 * - `openfloor-ready`: the element has read its data and can be asked to play, seek and choose.
 * - `openfloor-channel`: another channel was chosen.
 * - `openfloor-turn`: another speaker has the floor, or nobody.
 * - `openfloor-phase`: playing began, paused, failed.
 * - `openfloor-picture`: `full` for picture and sound, `sound` for the sound alone, `low` for little data.
 * - `openfloor-captions`: others are shown, or none.
 * - `openfloor-second-picture`: the second picture (sign language) is wanted, or no longer.
 */
export interface PlayerEvents {
  'openfloor-ready': CustomEvent<{ readonly meeting: string }>;
  'openfloor-channel': CustomEvent<{ readonly key: string; readonly language: string }>;
  'openfloor-turn': CustomEvent<{ readonly id: string | null; readonly timeMs: number }>;
  'openfloor-picture': CustomEvent<{ readonly mode: 'full' | 'sound' | 'low' }>;
  'openfloor-captions': CustomEvent<{ readonly key: string | null; readonly language: string | null }>;
  'openfloor-second-picture': CustomEvent<{ readonly shown: boolean }>;
  'openfloor-phase': CustomEvent<{ readonly phase: string; readonly timeMs: number }>;
}

/** Sends one of the player's events from an element. */
export function tell<K extends keyof PlayerEvents>(from: HTMLElement, type: K, detail: PlayerEvents[K]['detail']): void {
  from.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
