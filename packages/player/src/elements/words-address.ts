/** What of the reading stands in an address. */
export interface ReadingWish {
  /** Names of the texts beside the one that is heard. */
  readonly beside: readonly string[];
  readonly doubts: boolean;
  readonly find: string;
}

/** Writes what is read into an address, in place of what stood there. */
export function writeWish(address: URL, { beside, doubts, find }: ReadingWish): URL {
  const { searchParams } = address;
  for (const key of ['with', 'doubt', 'find']) searchParams.delete(key);
  for (const ref of beside) searchParams.append('with', ref);
  if (find.trim() !== '') searchParams.set('find', find.trim());
  if (doubts) searchParams.set('doubt', '1');
  return address;
}

/** Keeps what is read beside a channel in the address of the page, and in its links to the other languages. */
export function keepWish(channel: string, wish: ReadingWish): void {
  const address = writeWish(new URL(location.href), wish);
  // Two texts side by side are these two only while the channel is the same.
  if (wish.beside.length > 0) address.searchParams.set('ch', channel);
  if (address.href !== location.href) history.replaceState(history.state, '', address);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-openfloor-keep]')) link.href = writeWish(new URL(link.href), wish).href;
}
