import { sameLanguage } from './bcp47.ts';
import { endonym } from './endonym.ts';

/** What a channel is in its meeting. */
export type ChannelRole = 'floor' | 'interpretation' | 'relay' | 'audio-description' | 'machine-voice' | 'sign-language';

/** What a channel's name is made of. */
export interface NamedChannel {
  readonly role: ChannelRole;
  /** BCP 47. */
  readonly language: string;
  /** A name that somebody gave the channel; used as it is unless it is taken. */
  readonly name?: string;
}

const ROLE_WORDS: Readonly<Record<string, Readonly<Record<ChannelRole, string>>>> = {
  en: {
    floor: 'Floor',
    interpretation: 'Interpretation',
    relay: 'Relay',
    'audio-description': 'Audio description',
    'machine-voice': 'Machine voice',
    'sign-language': 'Sign language',
  },
  fr: {
    floor: 'Salle',
    interpretation: 'Interprétation',
    relay: 'Relais',
    'audio-description': 'Audiodescription',
    'machine-voice': 'Voix de synthèse',
    'sign-language': 'Langue des signes',
  },
  es: {
    floor: 'Sala',
    interpretation: 'Interpretación',
    relay: 'Relé',
    'audio-description': 'Audiodescripción',
    'machine-voice': 'Voz sintética',
    'sign-language': 'Lengua de señas',
  },
  ru: {
    floor: 'Зал',
    interpretation: 'Перевод',
    relay: 'Релейный перевод',
    'audio-description': 'Тифлокомментарий',
    'machine-voice': 'Синтезированный голос',
    'sign-language': 'Жестовый язык',
  },
  ar: {
    floor: 'القاعة',
    interpretation: 'ترجمة شفوية',
    relay: 'ترجمة عبر لغة وسيطة',
    'audio-description': 'وصف صوتي',
    'machine-voice': 'صوت آلي',
    'sign-language': 'لغة الإشارة',
  },
  zh: {
    floor: '会场原声',
    interpretation: '口译',
    relay: '接力传译',
    'audio-description': '口述影像',
    'machine-voice': '合成语音',
    'sign-language': '手语',
  },
};

// These must say what they are even where no other channel has their language: nobody should take a machine for an
// interpreter, and Apple's authoring specification (2.14) asks it of audio description.
const ALWAYS_TOLD: ReadonlySet<ChannelRole> = new Set(['relay', 'audio-description', 'machine-voice', 'sign-language']);

/** The word for a role in a language; English where the language isn't one of ar, en, es, fr, ru, zh. */
export function roleWord(role: ChannelRole, language: string): string {
  const key = Object.keys(ROLE_WORDS).find((tag) => sameLanguage(tag, language)) ?? 'en';
  return ROLE_WORDS[key]?.[role] ?? role;
}

/**
 * A name for each channel, no two alike, in the same order: the language by its own name, then, where that isn't
 * enough, the role in the same language, then a number. A floor in several languages is called the floor.
 * @param floorLanguage the language in which a floor of several languages is named
 */
export function uniqueNames(channels: readonly NamedChannel[], floorLanguage = 'en'): string[] {
  const taken = new Set<string>();
  const names = new Map<NamedChannel, string>();
  // The plain name goes to whoever has most right to it, however the channels are ordered.
  for (const channel of channels.toSorted((a, b) => claim(a) - claim(b))) {
    const name = firstFree(candidates(channel, floorLanguage), taken);
    taken.add(folded(name));
    names.set(channel, name);
  }
  return channels.map((channel) => names.get(channel) ?? '');
}

function claim(channel: NamedChannel): number {
  if (channel.name !== undefined) return 0;
  return channel.role === 'interpretation' ? 1 : 2;
}

function candidates(channel: NamedChannel, floorLanguage: string): [first: string, ...rest: string[]] {
  if (channel.name !== undefined && channel.name.trim() !== '') return [channel.name.trim()];
  if (channel.role === 'floor' && isOpen(channel.language)) return [roleWord('floor', floorLanguage)];
  const language = endonym(channel.language);
  if (channel.role === 'interpretation') return [language];
  const word = roleWord(channel.role, channel.language).toLocaleLowerCase(channel.language);
  const told = sameLanguage(channel.language, 'zh') ? `${language}（${word}）` : `${language} (${word})`;
  return ALWAYS_TOLD.has(channel.role) ? [told] : [language, told];
}

/** A tag that names no single language. */
function isOpen(tag: string): boolean {
  return tag === 'mul' || tag === 'und' || tag === 'zxx' || /^q[a-t][a-z]$/.test(tag);
}

function firstFree(options: readonly [string, ...string[]], taken: ReadonlySet<string>): string {
  const free = options.find((option) => !taken.has(folded(option)));
  if (free !== undefined) return free;
  const last = options.at(-1) ?? options[0];
  for (let n = 2; ; n += 1) if (!taken.has(folded(`${last} ${n}`))) return `${last} ${n}`;
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
