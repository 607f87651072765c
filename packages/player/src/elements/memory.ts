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
