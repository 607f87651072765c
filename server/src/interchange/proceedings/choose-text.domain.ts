import type { ChannelRole, MeetingChannel } from '#meetings/index.ts';
import { baseOf } from '#platform/i18n/index.ts';
import type { ChannelText, TextKind } from '#words/index.ts';

/** Whose words are taken before whose, where several channels speak a language. */
const ROLES: readonly ChannelRole[] = ['floor', 'interpretation', 'relay', 'audio-description', 'machine-voice', 'sign-language'];
const KINDS: readonly TextKind[] = ['record', 'transcript', 'captions'];
const TRUST: readonly ChannelText['status'][] = ['final', 'edited', 'machine'];

/** The text that stands for a language: its official record, else what is said in it, people before machines; null where there is none. */
export function textOfLanguage(texts: readonly ChannelText[], channels: readonly MeetingChannel[], language: string, kind?: TextKind): ChannelText | null {
  const roleOf = ({ channel }: ChannelText): number => ROLES.indexOf(channels.find(({ key }) => key === channel)?.role ?? 'sign-language');
  const order = (text: ChannelText): readonly number[] => [Number(text.language.toLowerCase() !== language.toLowerCase()), KINDS.indexOf(text.kind), roleOf(text), TRUST.indexOf(text.status)];
  const fitting = texts.filter((text) => baseOf(text.language) === baseOf(language) && (kind === undefined || text.kind === kind));
  return fitting.toSorted((a, b) => compare(order(a), order(b)) || (a.channel < b.channel ? -1 : 1))[0] ?? null;
}

/** The text of what was spoken: of the floor itself, else in the language that was spoken most, else whichever there is. */
export function originalText(texts: readonly ChannelText[], channels: readonly MeetingChannel[], floorLanguages: readonly string[]): ChannelText | null {
  const floor = channels.filter(({ role }) => role === 'floor').map(({ key }) => key);
  const ofFloor = texts.filter(({ channel, language }) => floor.includes(channel) && (language === 'mul' || floorLanguages.includes(language)));
  const wanted = [...ofFloor.map(({ language }) => language), ...floorLanguages, ...texts.map(({ language }) => language).sort()];
  const language = wanted.find((tag) => textOfLanguage(texts, channels, tag) !== null);
  return language === undefined ? null : textOfLanguage(texts, channels, language);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, n) => value !== b[n]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
