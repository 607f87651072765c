import { EventEmitter } from 'node:events';
import { Events } from 'hls.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freeBlockedSound } from './blocked-sound.ts';

/** The part of hls.js that appending goes through: its events. The picture is buffered from 5392 s on. */
function listening(pictureFrom = 5392) {
  const emitter = new EventEmitter();
  const freed: unknown[] = [];
  const buffer = { buffered: { length: 1, start: () => pictureFrom, end: () => pictureFrom + 60 } };
  const hls = {
    on: (event: string, listener: (event: string, data: unknown) => void) => void emitter.on(event, (data: unknown) => listener(event, data)),
    trigger: (event: string, data: unknown) => emitter.emit(event, data),
  };
  freeBlockedSound(hls as unknown as Parameters<typeof freeBlockedSound>[0], Events);
  hls.trigger(Events.BUFFER_CREATED, { tracks: { video: { buffer } } });
  emitter.on(Events.BUFFER_FLUSHING, (data: unknown) => freed.push(data));
  const append = (sn: number | string, start: number) => hls.trigger(Events.BUFFER_APPENDING, { type: 'audio', parent: 'audio', frag: { sn, type: 'audio', start, end: start + 4 } });
  return { hls, freed, append };
}

describe('sound that waits for a picture which is there already', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('is freed, by removing nothing, again and again until it is buffered', () => {
    const { hls, freed, append } = listening();
    append(1344, 5390.3);
    vi.advanceTimersByTime(1000);
    expect(freed.length).toBeGreaterThan(1);
    expect(freed[0]).toEqual({ type: 'audio', startOffset: Infinity, endOffset: Infinity });
    hls.trigger(Events.FRAG_BUFFERED, { frag: { sn: 1344, type: 'audio' } });
    freed.length = 0;
    vi.advanceTimersByTime(5000);
    expect(freed).toEqual([]);
  });

  it.each([
    ['the picture is there from before it', 5388],
    ['the picture is yet to come', 5500],
  ])('is left to hls.js when %s', (_when, pictureFrom) => {
    const { freed, append } = listening(pictureFrom);
    append(1344, 5390.3);
    vi.advanceTimersByTime(5000);
    expect(freed).toEqual([]);
  });

  it.each([Events.AUDIO_TRACK_SWITCHING, Events.MANIFEST_LOADING, Events.MEDIA_DETACHING, Events.DESTROYING])('is of no concern after %s', (event) => {
    const { hls, freed, append } = listening();
    append(1344, 5390.3);
    hls.trigger(event, undefined);
    vi.advanceTimersByTime(5000);
    expect(freed).toEqual([]);
  });

  it('is not taken for one that is only the beginning of a file', () => {
    const { freed, append } = listening();
    append('initSegment', 5390.3);
    vi.advanceTimersByTime(5000);
    expect(freed).toEqual([]);
  });
});
