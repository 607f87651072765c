import type { MessagesOf } from '#web/index.ts';
import type en from './en.ts';

/** The words of the pages by which people find meetings: English sets the keys. */
export type BrowseMessages = MessagesOf<typeof en>;
