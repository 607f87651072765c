export { canonicalTag, primaryLanguage, sameLanguage, toBcp47 } from './bcp47.ts';
export { roleWord, uniqueNames, type ChannelRole, type NamedChannel } from './channel-names.ts';
export { endonym } from './endonym.ts';
