import type { MessagesOf } from '#web/index.ts';
import type en from './en.ts';

/** The words of following a search: English sets the keys, each language has them all. */
export type FollowMessages = MessagesOf<typeof en>;
