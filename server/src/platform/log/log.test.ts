import { describe, expect, it } from 'vitest';
import { createLog, silentLog } from './log.ts';

function lines(plain: boolean): { log: ReturnType<typeof createLog>; written: string[] } {
  const written: string[] = [];
  return { written, log: createLog({ plain, level: 'debug', write: (line) => written.push(line) }) };
}

describe('createLog', () => {
  it('writes one JSON object a line', () => {
    const { log, written } = lines(false);
    log.child({ job: 'a' }).info({ ms: 5 }, 'done');
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ level: 'info', job: 'a', ms: 5, msg: 'done', time: expect.stringMatching(/^\d{4}-.*Z$/) as string });
  });

  it('writes plain lines for people: time, level unless info, sentence, data', () => {
    const { log, written } = lines(true);
    log.info({ port: 8080 }, 'Listening');
    log.warn({ error: new Error('refused') }, 'Trying again');
    log.debug('detail');
    expect(written.map((line) => line.replace(/^\d\d:\d\d:\d\d/, 'T'))).toEqual(['T Listening port=8080\n', 'T warn: Trying again: refused\n', 'T debug: detail\n']);
  });

  it('shows the stack only where somebody must act, and hides secrets', () => {
    const { log, written } = lines(true);
    log.error({ error: new Error('broken') }, 'Cannot go on');
    expect(written[0]).toMatch(/error: Cannot go on: broken\nError: broken\n {4}at /);
    log.info({ token: 'abc', request: { authorization: 'Bearer abc' } }, 'x');
    expect(written[1]).not.toContain('abc');
  });

  it('can say nothing', () => {
    expect(() => silentLog.error('nobody hears it')).not.toThrow();
  });
});
