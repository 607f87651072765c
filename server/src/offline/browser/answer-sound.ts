import { bytesHere, fromRoot, isWhole, listSaved, readPiece, type Saved } from './saved-store.ts';
import { readRange, slicesOf, type ByteRange } from './sound-range.ts';

/** The sound from this device where it is saved whole, and any range of it; else from the network. */
export async function answerSound(request: Request): Promise<Response> {
  const address = fromRoot(request.url, request.url);
  const saved = (await listSaved().catch(() => [])).find((one) => one.sound === address && isWhole(one));
  return saved ? soundOf(saved, request.headers.get('Range')) : fetch(request);
}

function soundOf(saved: Saved, header: string | null): Response {
  const bytes = bytesHere(saved);
  const range = readRange(header, bytes);
  if (range === 'unsatisfiable') return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${bytes}` } });
  const { start, end } = range === 'whole' ? { start: 0, end: bytes - 1 } : range;
  const headers = new Headers({
    'Content-Type': saved.type, 'Content-Length': String(end - start + 1), 'Accept-Ranges': 'bytes', ...(saved.tag !== null && { ETag: saved.tag }),
  });
  if (range !== 'whole') headers.set('Content-Range', `bytes ${start}-${end}/${bytes}`);
  return new Response(stream(saved, { start, end }), { status: range === 'whole' ? 200 : 206, headers });
}

/** Piece by piece, as the listener takes it: hours of sound are never in memory at once. */
function stream(saved: Saved, range: ByteRange): ReadableStream<Uint8Array<ArrayBuffer>> {
  const slices = slicesOf(saved.pieces, range).values();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = slices.next();
      if (done === true) return controller.close();
      controller.enqueue((await readPiece(saved, value.piece)).subarray(value.from, value.to));
    },
  }, { highWaterMark: 0 });
}
