/** What is needed of a channel to choose it. */
export interface Choosable {
  /** The channel's name inside its meeting, as `?ch=` carries it. */
  readonly key: string;
  /** BCP 47; `mul` where several languages are spoken. */
  readonly language: string;
  readonly role: string;
}

/** What decides which channel opens, the strongest first. */
export interface ChannelWish {
  /** `?ch=` of the address: a channel's key, or a language as shorthand. */
  readonly asked?: string | null | undefined;
  /** What this person chose last, at any meeting. */
  readonly remembered?: string | null | undefined;
  readonly uiLanguage: string;
}

// A language as shorthand means the people who speak or interpret it; a machine's voice comes last, and channels made
// for a special need (sign language, audio description) are opened by their own key only.
const BY_LANGUAGE = ['interpretation', 'floor', 'relay', 'machine-voice'];

/**
 * The channel that opens: the one asked for, else the one remembered, else one in the language of the pages, else the
 * floor, else the first; `null` only for a meeting without channels.
 */
export function chooseChannel<C extends Choosable>(channels: readonly C[], wish: ChannelWish): C | null {
  return (
    findChannel(channels, wish.asked) ??
    findChannel(channels, wish.remembered) ??
    findChannel(channels, wish.uiLanguage) ??
    channels.find((channel) => channel.role === 'floor') ??
    channels[0] ??
    null
  );
}

/** Finds a channel by its key, by `floor`, or by a language tag (exact, then the same primary language). */
export function findChannel<C extends Choosable>(channels: readonly C[], wish: string | null | undefined): C | null {
  const wanted = wish?.trim().toLowerCase();
  if (!wanted) return null;
  const byKey = channels.find((channel) => channel.key.toLowerCase() === wanted);
  if (byKey) return byKey;
  if (wanted === 'floor') return channels.find((channel) => channel.role === 'floor') ?? null;
  return (
    byLanguage(channels, (language) => language === wanted) ??
    byLanguage(channels, (language) => primary(language) === primary(wanted)) ??
    null
  );
}

/** The order of the language bar: the floor first, the others as the meeting has them. */
export function orderChannels<C extends Choosable>(channels: readonly C[]): readonly C[] {
  return [...channels].sort((a, b) => Number(b.role === 'floor') - Number(a.role === 'floor'));
}

function byLanguage<C extends Choosable>(channels: readonly C[], test: (language: string) => boolean): C | undefined {
  const fitting = channels.filter((channel) => test(channel.language.toLowerCase()));
  for (const role of BY_LANGUAGE) {
    const found = fitting.find((channel) => channel.role === role);
    if (found) return found;
  }
  return undefined;
}

const primary = (language: string): string => language.split('-')[0] ?? language;
