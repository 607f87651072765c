import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listen, readFacts, readProgress, readState } from './live-updates.ts';

/** Stands for the browser's EventSource, which Node has not. */
class Source extends EventTarget {
  static last: Source;
  closed = false;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    Source.last = this;
  }
  close(): void { this.closed = true; }
  send(type: string, data: unknown): void { this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) })); }
}

describe('listen', () => {
  beforeEach(() => { vi.stubGlobal('EventSource', Source); });
  afterEach(() => { vi.unstubAllGlobals(); });

  const heard = (): readonly string[] => {
    const said: string[] = [];
    listen('/events', {
      progress: ({ step, percent, secondsLeft }) => said.push(`${step} ${percent} ${secondsLeft}`),
      renditions: (step) => said.push(`new ${step}`),
      state: (state) => said.push(`is ${state}`),
    });
    return said;
  };

  it('tells how far the work is and what has come', () => {
    const said = heard();
    Source.last.send('progress', { step: 'package', stepState: 'running', done: 0.25, secondsLeft: 90 });
    Source.last.send('progress', { step: 'package', stepState: 'running' });
    Source.last.send('renditions', { step: 'package', stepState: 'done', state: 'watchable' });
    expect(said).toEqual(['package 25 90', 'new package', 'is watchable']);
    expect(Source.last.closed).toBe(false);
  });

  it('stops listening when nothing more will come', () => {
    const said = heard();
    Source.last.send('renditions', { step: 'picture', stepState: 'done', state: 'complete' });
    expect(said).toEqual(['new picture', 'is complete']);
    expect(Source.last.closed).toBe(true);
  });

  it('tells a recording that is gone from a step that failed behind a recording that plays', () => {
    const said = heard();
    Source.last.send('failed', { step: 'voices', state: 'watchable', failure: 'x' });
    Source.last.send('failed', { step: 'package', state: 'packaging', failure: 'x' });
    expect(said).toEqual(['is watchable', 'is failed']);
  });
});

describe('reading events', () => {
  it('takes nothing from what makes no sense', () => {
    expect(readFacts('no json')).toEqual({});
    expect(readFacts('null')).toEqual({});
    expect(readProgress({ step: 'package', done: 'half' })).toBeNull();
    expect(readState({})).toBeNull();
  });

  it('keeps progress between 0 and 100', () => {
    expect(readProgress({ step: 'picture', done: 1.2, secondsLeft: null })).toEqual({ step: 'picture', percent: 100, secondsLeft: null });
  });
});
