import type { CaptionWish } from '../core/captions.ts';

const KEY = 'openfloor.captions';

/** How large captions can be. */
export const CAPTION_SIZES = ['small', 'medium', 'large'] as const;
/** What can be behind them. */
export const CAPTION_BACKGROUNDS = ['dark', 'soft', 'none'] as const;

/** What this device remembers of captions. */
export interface RememberedCaptions {
  readonly wish: CaptionWish;
  readonly size: (typeof CAPTION_SIZES)[number];
  readonly background: (typeof CAPTION_BACKGROUNDS)[number];
}

/** What was wanted last on this device, at any meeting. */
export function rememberedCaptions(): RememberedCaptions {
  const kept = read();
  return {
    wish: typeof kept['wish'] === 'string' ? kept['wish'] : 'off',
    size: CAPTION_SIZES.find((size) => size === kept['size']) ?? 'medium',
    background: CAPTION_BACKGROUNDS.find((background) => background === kept['background']) ?? 'dark',
  };
}

/** Remembers what changed. */
export function rememberCaptions(changed: Partial<RememberedCaptions>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...rememberedCaptions(), ...changed }));
  } catch {
    // Nothing is lost but the comfort of being remembered.
  }
}

function read(): Partial<Record<string, unknown>> {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {}) as Partial<Record<string, unknown>>;
  } catch {
    return {}; // storage may be forbidden
  }
}
