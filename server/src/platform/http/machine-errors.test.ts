import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '#platform/errors/index.ts';
import { createLog } from '#platform/log/index.ts';
import { machineErrors } from './machine-errors.ts';

async function answerTo(error: unknown): Promise<{ status: number; headers: Headers; problem: Record<string, unknown>; logged: string[] }> {
  const logged: string[] = [];
  const app = new Hono();
  app.onError(machineErrors(createLog({ plain: false, write: (line) => logged.push(line) })));
  app.get('/', () => { throw error; });
  const answer = await app.request('/');
  return { status: answer.status, headers: answer.headers, problem: await answer.json() as Record<string, unknown>, logged };
}

describe('machineErrors', () => {
  it('answers in RFC 9457, without a word in the log for what callers did wrong', async () => {
    const { status, headers, problem, logged } = await answerTo(new AppError('meeting_not_found', { id: 'x' }));
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([404, 'application/problem+json', 'no-store']);
    expect(problem).toMatchObject({ code: 'meeting_not_found', id: 'x', detail: 'There is no meeting x.' });
    expect(logged).toEqual([]);
  });

  it('hides an unknown error but logs it under the id it gives', async () => {
    const { status, problem, logged } = await answerTo(new Error('secret inside'));
    expect([status, JSON.stringify(problem).includes('secret')]).toEqual([500, false]);
    const line = JSON.parse(logged[0] ?? '') as { instance: string; error: { message: string }; path: string };
    expect(line).toMatchObject({ instance: problem['instance'], error: { message: 'secret inside' }, path: '/' });
  });

  it('says what is wrong with a body, by the name of the field', async () => {
    const wrong = z.object({ title: z.object({ en: z.string() }) }).safeParse({ title: { en: 5 } });
    expect((await answerTo(wrong.error)).problem).toMatchObject({ status: 422, code: 'validation_failed', problems: expect.stringContaining('title.en: ') as string });
    expect((await answerTo(new SyntaxError('Unexpected token'))).problem).toMatchObject({ status: 400, problem: 'the body is not JSON' });
    expect((await answerTo(new HTTPException(400, { message: 'malformed cookie' }))).problem).toMatchObject({ status: 400, code: 'bad_request' });
  });

  it('says how to show who one is, where a token does not hold', async () => {
    expect((await answerTo(new AppError('token_unknown'))).headers.get('www-authenticate')).toBe('Bearer');
  });

  it('says when to come back while the database is away', async () => {
    expect((await answerTo(new AppError('database_away'))).headers.get('retry-after')).toBe('5');
  });
});
