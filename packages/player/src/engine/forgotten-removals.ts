import type Hls from 'hls.js';
import type { Events as HlsEvents } from 'hls.js';

type Kind = 'audio' | 'video' | 'audiovideo';

/** Longer than a removal takes, shorter than a viewer waits. */
const LATE_MS = 400;

/**
 * Reminds hls.js of what it has removed from the buffer. Whenever one of its buffers is free, hls.js 1.7 steps the queues
 * of all of them, and so drops another one's removal that has just ended: it goes on taking the removed fragments for
 * buffered, never fetches them again, and after a seek to them the picture never comes.
 */
export function remindOfRemovals(hls: Pick<Hls, 'on' | 'trigger'>, Events: typeof HlsEvents): void {
  const buffers = new Map<Kind, SourceBuffer>();
  const waiting = new Map<Kind, ReturnType<typeof setTimeout>>();
  const forget = (kind: Kind) => {
    clearTimeout(waiting.get(kind));
    waiting.delete(kind);
  };
  const remind = (kind: Kind, start: number, end: number) => {
    forget(kind);
    waiting.set(kind, setTimeout(() => {
      if (buffers.get(kind)?.updating) remind(kind, start, end);
      else hls.trigger(Events.BUFFER_FLUSHED, { type: kind, start, end });
    }, LATE_MS));
  };
  hls.on(Events.BUFFER_CREATED, (_event, { tracks }) => {
    for (const kind of ['audio', 'video', 'audiovideo'] as const) {
      const buffer = tracks[kind]?.buffer;
      if (buffer) buffers.set(kind, buffer);
    }
  });
  hls.on(Events.BUFFER_FLUSHING, (_event, { type, startOffset, endOffset }) => {
    for (const kind of type === null ? buffers.keys() : [type]) remind(kind, startOffset, endOffset);
  });
  hls.on(Events.BUFFER_FLUSHED, (_event, { type }) => forget(type));
  hls.on(Events.DESTROYING, () => [...waiting.keys()].forEach(forget));
}
