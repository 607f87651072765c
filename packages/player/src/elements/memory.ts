import { FIRST_PLACE, readPlace, type SecondPlace } from '../core/second-place.ts';

const KEY = 'openfloor.channel';

/** The channel chosen last on this device, as a language (or `floor`), so that it fits other meetings too. */
export function rememberedChannel(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage may be forbidden; then each meeting opens by the page's language
  }
}

/** Remembers the chosen channel; an own key is kept only where the language alone would mean another channel. */
export function rememberChannel(channel: { readonly key: string; readonly role: string; readonly language: string }): void {
  try {
    localStorage.setItem(KEY, channel.role === 'floor' ? 'floor' : channel.role === 'interpretation' ? channel.language : channel.key);
  } catch {
    // Nothing is lost but the comfort of being remembered.
  }
}

const PLACES = 'openfloor.places';
const MOST_PLACES = 50;

/** Where this device left a meeting, in ms; 0 where it never began or came to the end. */
export function rememberedPlace(meeting: string): number {
  return places().find(([name]) => name === meeting)?.[1] ?? 0;
}

/** Remembers where a meeting was left; the last fifty meetings are kept. */
export function rememberPlace(meeting: string, ms: number): void {
  try {
    const others = places().filter(([name]) => name !== meeting);
    localStorage.setItem(PLACES, JSON.stringify([[meeting, Math.round(ms)], ...others].slice(0, MOST_PLACES)));
  } catch {
    // As above.
  }
}

function places(): readonly (readonly [string, number])[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACES) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is [string, number] => Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'number') : [];
  } catch {
    return [];
  }
}

const SECOND = 'openfloor.second';

/** What this device remembers of the second picture. */
export interface RememberedSecond {
  readonly shown: boolean;
  readonly place: SecondPlace;
}

/** Whether the second picture was shown last, and where it lay. */
export function rememberedSecond(): RememberedSecond {
  try {
    const kept = JSON.parse(localStorage.getItem(SECOND) ?? '{}') as Partial<Record<string, unknown>> | null;
    return { shown: kept?.['shown'] === true, place: readPlace(kept?.['place']) };
  } catch {
    return { shown: false, place: FIRST_PLACE };
  }
}

/** Remembers what changed of the second picture. */
export function rememberSecond(changed: Partial<RememberedSecond>): void {
  try {
    localStorage.setItem(SECOND, JSON.stringify({ ...rememberedSecond(), ...changed }));
  } catch {
    // As above.
  }
}
