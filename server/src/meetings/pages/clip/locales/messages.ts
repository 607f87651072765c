import type { MessagesOf } from '#web/index.ts';
import type en from './en.ts';

/** The words of clips: English sets the keys. */
export type ClipMessages = MessagesOf<typeof en>;
