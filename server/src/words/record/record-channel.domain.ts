import type { FolderChannel, FolderIntervention } from '#meetings/index.ts';
import type { KnownIntervention } from '@openfloor/words';

/** The language of a tag without script and region: `zh-Hans` and `zh` are heard alike. */
const spoken = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? tag;

/**
 * The channel that a record in a language belongs to: that of the interpreters into it, else the floor where it is spoken there, else the
 * floor. Null where there is none with sound for people.
 */
export function channelOfRecord(channels: readonly Pick<FolderChannel, 'key' | 'role' | 'language'>[], language: string): string | null {
  const heard = channels.filter(({ role }) => role !== 'sign-language' && role !== 'audio-description');
  const own = heard.filter((channel) => spoken(channel.language) === spoken(language));
  const byRole = (role: FolderChannel['role']) => own.find((channel) => channel.role === role);
  return (byRole('interpretation') ?? byRole('floor') ?? byRole('relay') ?? own[0] ?? heard.find(({ role }) => role === 'floor') ?? heard[0])?.key ?? null;
}

/** What a record's turns can be found by: who speaks when on the floor, under every name that is known, and in what language. */
export const knownInterventions = (interventions: readonly Pick<FolderIntervention, 'startMs' | 'speaker' | 'capacity' | 'language'>[]): KnownIntervention[] =>
  interventions.map(({ startMs, speaker, capacity, language }) => ({ startMs, language, names: [...Object.values(speaker.name), ...Object.values(capacity ?? {})] }));
