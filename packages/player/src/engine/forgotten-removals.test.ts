import { EventEmitter } from 'node:events';
import { Events } from 'hls.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { remindOfRemovals } from './forgotten-removals.ts';

/** The part of hls.js that removals go through: its events. */
function listening() {
  const emitter = new EventEmitter();
  const told: unknown[] = [];
  const buffer = { updating: false };
  const hls = {
    on: (event: string, listener: (event: string, data: unknown) => void) => void emitter.on(event, (data: unknown) => listener(event, data)),
    trigger: (event: string, data: unknown) => emitter.emit(event, data),
  };
  remindOfRemovals(hls as unknown as Parameters<typeof remindOfRemovals>[0], Events);
  hls.trigger(Events.BUFFER_CREATED, { tracks: { video: { buffer } } });
  emitter.on(Events.BUFFER_FLUSHED, (data: unknown) => told.push(data));
  return { hls, told, buffer };
}

const REMOVAL = { type: 'video', startOffset: 0, endOffset: 120 };

describe('removals that hls.js forgets', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('are told to it once', () => {
    const { hls, told } = listening();
    hls.trigger(Events.BUFFER_FLUSHING, REMOVAL);
    vi.advanceTimersByTime(5000);
    expect(told).toEqual([{ type: 'video', start: 0, end: 120 }]);
  });

  it('are left alone when it has noticed by itself, or while the buffer is at work', () => {
    const { hls, told, buffer } = listening();
    hls.trigger(Events.BUFFER_FLUSHING, REMOVAL);
    hls.trigger(Events.BUFFER_FLUSHED, { type: 'video', start: 0, end: 120 });
    vi.advanceTimersByTime(5000);
    expect(told).toHaveLength(1);
    buffer.updating = true;
    hls.trigger(Events.BUFFER_FLUSHING, REMOVAL);
    vi.advanceTimersByTime(5000);
    expect(told).toHaveLength(1);
    buffer.updating = false;
    vi.advanceTimersByTime(1000);
    expect(told).toHaveLength(2);
  });

  it('are of no concern once the player has gone', () => {
    const { hls, told } = listening();
    hls.trigger(Events.BUFFER_FLUSHING, REMOVAL);
    hls.trigger(Events.DESTROYING, undefined);
    vi.advanceTimersByTime(5000);
    expect(told).toEqual([]);
  });
});
