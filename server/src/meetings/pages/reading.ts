import { foldQuery } from '@openfloor/player';
import type { ChannelView } from './channel-view.ts';
import type { MeetingView } from './meeting-view.ts';
import type { SpokenText } from './words.ports.ts';

/** A text that can be read: what is said in a channel, or its official record. */
export interface TextChoice {
  /** As addresses name it: the channel's key, with `.record` behind it for the record. */
  readonly ref: string;
  readonly channel: ChannelView;
  readonly record: boolean;
}

/** The same with its words. */
export interface Spoken extends TextChoice {
  readonly text: SpokenText;
}

/** What a reader has open, as the address says it. */
export interface Reading {
  /** The text that the page is of, or the channel that is heard; it may have no words. */
  readonly own: TextChoice;
  /** What is read: the own text first, the others beside it; empty where there is nothing to read. */
  readonly columns: readonly Spoken[];
  /** What is looked for, as it was written; empty where nothing is. */
  readonly find: string;
  /** The same as it is compared. */
  readonly query: string;
  /** True where doubtful words are to be marked. */
  readonly doubts: boolean;
}

const RECORD = '.record';
const MOST_LETTERS = 200;
/** More than three columns can't be read on any screen. */
const MOST_BESIDE = 2;

/** The text of a channel, whether it has words or not. */
export const textOf = (channel: ChannelView): TextChoice => ({ ref: channel.key, channel, record: false });

/** The official record in the language of a channel. */
const recordOf = (channel: ChannelView): TextChoice => ({ ref: channel.key + RECORD, channel, record: true });

/** What is read where nobody says more: the words of the channel, else the record in its language, else nothing. */
export function readable({ withWords, withRecord }: Pick<MeetingView, 'withWords' | 'withRecord'>, own: TextChoice): readonly TextChoice[] {
  const { key } = own.channel;
  if (own.record || withWords.has(key)) return [own];
  return withRecord.has(key) ? [recordOf(own.channel)] : [];
}

/** Every text of a meeting: the channels in the order of the bar, then the records. */
export function textChoices({ channels, withWords, withRecord }: Pick<MeetingView, 'channels' | 'withWords' | 'withRecord'>): readonly TextChoice[] {
  return [...channels.filter(({ key }) => withWords.has(key)).map(textOf), ...channels.filter(({ key }) => withRecord.has(key)).map(recordOf)];
}

/** What an address wants to see beside a text, and what it looks for. */
export function readWish(view: MeetingView, own: TextChoice): Omit<Reading, 'own' | 'columns'> & { readonly beside: readonly TextChoice[] } {
  const asked = view.page.address.searchParams;
  const find = (asked.get('find') ?? '').trim().slice(0, MOST_LETTERS);
  const choices = textChoices(view);
  const beside = [...new Set(asked.getAll('with').flatMap((one) => one.split(/[,\s]+/)))].flatMap((ref) => choices.find((one) => one.ref === ref && ref !== own.ref) ?? []);
  return { beside: beside.slice(0, MOST_BESIDE), find, query: foldQuery(find), doubts: asked.get('doubt') === '1' };
}

/** The page of words that shows the same, from `words/` on; with or without marks on doubtful words. */
export function readingPath({ own, columns, find, doubts: marked }: Reading, doubts = marked): string {
  const [first = own, ...beside] = columns;
  const query = new URLSearchParams(beside.map(({ ref }) => ['with', ref]));
  if (find !== '') query.set('find', find);
  if (doubts) query.set('doubt', '1');
  return `words/${first.ref}${query.size === 0 ? '' : `?${query.toString()}`}`;
}
