import { needRoom, SaveFailure } from './save-failure.ts';
import { bytesHere, dropPieces, isWhole, keepPiece, keepRecord, type Saved } from './saved-store.ts';

/** Whom saving keeps informed. */
export interface Onlooker {
  /** More of the sound is here. */
  readonly progress: (saved: Saved) => void;
  /** The line is down; saving goes on by itself. */
  readonly waiting: () => void;
}

/** As much as is written at once. What comes after it and before the line breaks is written too. */
const PIECE_BYTES = 256 * 1024;
/** Attempts in a row that bring nothing, before it is left to the user to try again. */
const MOST_VAIN_TRIES = 6;
const LONGEST_PAUSE_MS = 30_000;

/** Fetches what is missing of the sound. A broken line only interrupts it: it goes on at the very byte. */
export async function saveSound(begun: Saved, onlooker: Onlooker, signal: AbortSignal): Promise<Saved> {
  let saved = begun;
  for (let vain = 0; !isWhole(saved);) {
    const before = bytesHere(saved);
    try {
      for await (saved of fetchOn(saved, signal)) onlooker.progress(saved);
    } catch (error) {
      // Only a broken line is worth waiting for: `fetch` and its stream say so by a TypeError.
      if (signal.aborted || !(error instanceof TypeError)) throw error;
    }
    if (isWhole(saved)) break;
    vain = bytesHere(saved) > before ? 0 : vain + 1;
    if (vain >= MOST_VAIN_TRIES) throw new SaveFailure('failed');
    onlooker.waiting();
    await pause(Math.min(1000 * 2 ** vain, LONGEST_PAUSE_MS), signal);
  }
  return saved;
}

async function* fetchOn(begun: Saved, signal: AbortSignal): AsyncGenerator<Saved> {
  const from = bytesHere(begun);
  const headers = { Range: `bytes=${from}-`, ...(begun.tag !== null && from > 0 && { 'If-Range': begun.tag }) };
  // Not by way of the browser's own cache: it would keep the same bytes a second time.
  const answer = await fetch(begun.sound, { headers, signal, cache: 'no-store' });
  if (!answer.ok || !answer.body) throw new SaveFailure('failed', { cause: answer.status });
  let saved = await receive(begun, answer, from);
  await needRoom(saved.bytes - bytesHere(saved));
  yield saved;
  const held: Uint8Array[] = [];
  let size = 0;
  const write = async (): Promise<void> => {
    if (size === 0) return;
    const piece = new Uint8Array(await new Blob(held.splice(0) as BlobPart[]).arrayBuffer());
    size = 0;
    saved = await keepPiece(saved, piece);
  };
  const reader = answer.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      held.push(value);
      size += value.byteLength;
      if (size < PIECE_BYTES) continue;
      await write();
      yield saved;
    }
  } catch (error) {
    await write();
    yield saved;
    throw error;
  }
  await write();
  yield saved;
}

/** The record as this answer makes it: on the first one size and version become known; a changed file begins anew. */
async function receive(saved: Saved, answer: Response, from: number): Promise<Saved> {
  const [, first, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(answer.headers.get('Content-Range') ?? '') ?? [];
  const partial = answer.status === 206 && Number(first) === from;
  if (answer.status === 206 && !partial) throw new SaveFailure('failed');
  const bytes = partial ? Number(total) : Number(answer.headers.get('Content-Length'));
  const known = { bytes, tag: answer.headers.get('ETag'), type: answer.headers.get('Content-Type') ?? saved.type };
  if (!(bytes > 0)) throw new SaveFailure('failed');
  const kept = partial ? saved : await dropPieces(saved);
  const now = { ...kept, ...known };
  await keepRecord(now);
  return now;
}

/** Waits, but not a moment longer than until the line is back. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = new AbortController();
    const end = (): void => { ended.abort(); clearTimeout(timer); };
    const timer = setTimeout(() => { end(); resolve(); }, ms);
    window.addEventListener('online', () => { end(); resolve(); }, { signal: ended.signal });
    signal.addEventListener('abort', () => { end(); reject(signal.reason as Error); }, { signal: ended.signal });
  });
}
