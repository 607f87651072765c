import { uniqueNames, type ChannelRole } from '@openfloor/media';
import { dirOf, pick, type Direction, type LocalizedText } from '#platform/i18n/index.ts';
import type { Page } from './site.ts';

/** What a channel's name is made of. */
export interface Nameable {
  readonly role: ChannelRole;
  readonly language: string;
  readonly label: LocalizedText | null;
}

/** What a channel is called, with the language that name is in. */
export interface ChannelName {
  readonly name: string;
  readonly nameLang: string;
  readonly nameDir: Direction;
}

/**
 * A name for each channel, no two alike: the language by its own name, the floor by the page's word for it. The same
 * names as in the playlist, so that people find a channel again in another player.
 */
export function nameChannels(channels: readonly Nameable[], page: Page): readonly ChannelName[] {
  const labels = channels.map(({ label }) => (label ? pick(label, page.language) : undefined));
  const named = channels.map(({ role, language }, i) => {
    const label = labels[i];
    return { role, language, ...(label ? { name: label.text } : {}) };
  });
  return uniqueNames(named, page.language).map((name, i) => {
    const language = channels[i]?.language ?? 'und';
    const nameLang = labels[i]?.lang ?? (SEVERAL.has(language) ? page.language : language);
    return { name, nameLang, nameDir: dirOf(nameLang) };
  });
}

// A tag that names no single language: such a channel is called by its role, in the page's language.
const SEVERAL: ReadonlySet<string> = new Set(['mul', 'und', 'zxx']);
