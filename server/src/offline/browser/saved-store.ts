// What is saved on this device, in one cache of the browser: for each meeting and channel a record, the page, what the
// page is made of, and the sound in pieces as they came over the line. Pages and the worker both read it.

/** Told by the name of the cache; another form gets another number. */
const CACHE = 'openfloor-saved-1';
const RECORDS = '/saved-on-this-device/';

/** One saved channel of a meeting. */
export interface Saved {
  /** Of the meeting; with the channel it names the record. */
  readonly slug: string;
  readonly channel: string;
  readonly title: Spoken;
  readonly channelName: Spoken;
  /** Address of the page with the text, from the root. */
  readonly page: string;
  /** Address of the sound that the page plays, from the root. A new recording has a new one. */
  readonly sound: string;
  readonly type: string;
  /** By which the server knows the file; null when it didn't say. */
  readonly tag: string | null;
  /** Of the whole sound. */
  readonly bytes: number;
  /** Sizes of the pieces that are here, in order. */
  readonly pieces: readonly number[];
  /** Addresses of the styles and scripts of the page. */
  readonly assets: readonly string[];
  /** Another recording has taken the place of the one saved. */
  readonly replaced: boolean;
  readonly savedAt: number;
}

/** A text with its language and direction, where they aren't those of the page it was on. */
export interface Spoken {
  readonly text: string;
  readonly lang: string;
  readonly dir: string;
}

/** What is told once on the page of what is saved: a copy is gone because the meeting is. */
export interface Removal {
  readonly title: Spoken;
  readonly at: number;
}

const open = (): Promise<Cache> => caches.open(CACHE);
const recordKey = ({ slug, channel }: Pick<Saved, 'slug' | 'channel'>): string => `${RECORDS}${encodeURIComponent(slug)}/${encodeURIComponent(channel)}`;
const pieceKey = (saved: Saved, n: number): string => `${recordKey(saved)}/${n}`;
const removalKey = ({ slug, channel }: Saved): string => `${RECORDS}removed/${encodeURIComponent(slug)}/${encodeURIComponent(channel)}/notice`;
const json = (value: unknown): Response => new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json' } });

/** How much of the sound is here, in bytes. */
export const bytesHere = ({ pieces }: Pick<Saved, 'pieces'>): number => pieces.reduce((sum, size) => sum + size, 0);

/** True when all of the sound is here. */
export const isWhole = (saved: Saved): boolean => saved.bytes > 0 && bytesHere(saved) === saved.bytes;

/** The same thing here and on the page of the server: without origin and fragment. */
export const fromRoot = (address: string, base: string): string => {
  const { pathname, search } = new URL(address, base);
  return pathname + search;
};

/** Everything that is saved, or begun, the newest first. */
export async function listSaved(): Promise<readonly Saved[]> {
  if (!(await caches.has(CACHE))) return [];
  const cache = await open();
  const keys = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter((path) => /^\/saved-on-this-device\/[^/]+\/[^/]+$/.test(path));
  const found = await Promise.all(keys.map(async (key) => (await cache.match(key))?.json() as Promise<Saved> | undefined));
  return found.filter((saved) => saved !== undefined).sort((a, b) => b.savedAt - a.savedAt);
}

/** One saved channel; null when there is none. */
export async function findSaved(slug: string, channel: string): Promise<Saved | null> {
  const found = await (await open()).match(recordKey({ slug, channel }));
  return found ? await found.json() as Saved : null;
}

/** Writes the record of what is there. */
export async function keepRecord(saved: Saved): Promise<void> {
  await (await open()).put(recordKey(saved), json(saved));
}

/** Adds a piece of the sound and gives the record with it; nothing counts that isn't written. Throws what the browser throws when it is full. */
export async function keepPiece(saved: Saved, piece: Uint8Array<ArrayBuffer>): Promise<Saved> {
  const longer = { ...saved, pieces: [...saved.pieces, piece.byteLength] };
  await (await open()).put(pieceKey(saved, saved.pieces.length), new Response(piece));
  await keepRecord(longer);
  return longer;
}

/** The bytes of a piece. Throws when the browser has lost it. */
export async function readPiece(saved: Saved, n: number): Promise<Uint8Array<ArrayBuffer>> {
  const found = await (await open()).match(pieceKey(saved, n));
  if (!found) throw new Error(`Piece ${n} of ${saved.sound} is not there any more.`);
  return new Uint8Array(await found.arrayBuffer());
}

/** Keeps a page, or a file that it is made of, under its own address. */
export async function keepFile(address: string, answer: Response): Promise<void> {
  await (await open()).put(address, answer);
}

/** A page or file as it was kept. */
export const readFile = async (address: string): Promise<Response | undefined> => (await open()).match(address);

/** Lets go of the sound alone, because what the server has now is another file. */
export async function dropPieces(saved: Saved): Promise<Saved> {
  const cache = await open();
  const emptied = { ...saved, pieces: [] };
  await keepRecord(emptied);
  await Promise.all(saved.pieces.map((_, n) => cache.delete(pieceKey(saved, n))));
  return emptied;
}

/** Removes all of it, but for files that another saved meeting needs. */
export async function removeSaved(saved: Saved): Promise<void> {
  const cache = await open();
  await cache.delete(recordKey(saved));
  const needed = new Set((await listSaved()).flatMap(({ assets, page }) => [...assets, page]));
  const files = [saved.page, ...saved.assets].filter((address) => !needed.has(address));
  await Promise.all([...saved.pieces.keys()].map((n) => cache.delete(pieceKey(saved, n))));
  await Promise.all(files.map((address) => cache.delete(address)));
}

/** Leaves a notice that a copy was removed because the meeting is no longer public. */
export async function leaveNotice(saved: Saved): Promise<void> {
  const removal: Removal = { title: saved.title, at: Date.now() };
  await (await open()).put(removalKey(saved), json(removal));
}

/** The notices that nobody has read yet; reading them takes them away. */
export async function takeNotices(): Promise<readonly Removal[]> {
  if (!(await caches.has(CACHE))) return [];
  const cache = await open();
  const keys = (await cache.keys()).filter(({ url }) => /^\/saved-on-this-device\/removed\/.*\/notice$/.test(new URL(url).pathname));
  const found = await Promise.all(keys.map(async (key) => (await cache.match(key))?.json() as Promise<Removal> | undefined));
  await Promise.all(keys.map((key) => cache.delete(key)));
  return found.filter((removal) => removal !== undefined);
}
