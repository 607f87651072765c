import type { MessagesOf } from '#web/index.ts';
import type en from './en.ts';

/** The words of saving and of being without a connection: English sets the keys. */
export type OfflineMessages = MessagesOf<typeof en>;
