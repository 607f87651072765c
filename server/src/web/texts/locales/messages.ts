import type { MessagesOf } from '../../locales/messages.ts';
import type en from './en.ts';

/** The texts of the pages about this site: English sets the keys. */
export type TextMessages = MessagesOf<typeof en>;
