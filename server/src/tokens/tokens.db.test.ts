import { describe, expect, it } from 'vitest';
import { localOperator, publicActor, tokenActor } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createTokens } from './index.ts';

describe('a token', () => {
  it('opens what it is for until it is revoked; only its hash is kept', async () => {
    await using database = await openTestDatabase();
    const audit = createAuditLog(database);
    const tokens = createTokens({ database, clock: systemClock, audit });
    const { token, ...info } = await tokens.create(localOperator(), 'secretariat');
    expect(token).toMatch(/^of_[A-Za-z0-9]{12}_[\w-]{43}$/);
    const actor = await tokens.actorOf(token);
    expect([actor.name, actor.can('words:edit'), actor.can('meeting:remove'), actor.can('recording:publish'), actor.can('token:manage')]).toEqual(['token secretariat', true, false, false, false]);
    expect(await tokens.list(localOperator())).toEqual([info]);
    const { rows } = await database.pool.query<{ kept: string }>('select tokens::text as kept from tokens');
    expect(rows[0]?.kept).not.toContain(token.slice(-43));
    expect(JSON.stringify(await audit.list(localOperator()))).not.toContain(token.slice(-43));
    await expect(tokens.create(localOperator(), 'secretariat')).rejects.toMatchObject({ code: 'name_taken' });
    await tokens.revoke(localOperator(), 'secretariat');
    await expect(tokens.actorOf(token)).rejects.toMatchObject({ code: 'token_unknown', status: 401 });
    await expect(tokens.revoke(localOperator(), 'secretariat')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('that is nearly right opens nothing', async () => {
    await using database = await openTestDatabase();
    const tokens = createTokens({ database, clock: systemClock, audit: createAuditLog(database) });
    const { token } = await tokens.create(localOperator(), 'one');
    const { token: other } = await tokens.create(localOperator(), 'two');
    const last = token.at(-1) === 'A' ? 'B' : 'A';
    for (const wrong of ['', 'of_', token.slice(0, -1) + last, token.slice(0, 16) + other.slice(16), `${token}x`, token.toLowerCase()]) {
      await expect(tokens.actorOf(wrong)).rejects.toMatchObject({ code: 'token_unknown' });
    }
  });

  it.each([publicActor(), tokenActor('other')])('is not made, listed or revoked by %s', async (actor) => {
    await using database = await openTestDatabase();
    const tokens = createTokens({ database, clock: systemClock, audit: createAuditLog(database) });
    for (const deed of [tokens.create(actor, 'x'), tokens.list(actor), tokens.revoke(actor, 'x')]) await expect(deed).rejects.toMatchObject({ code: 'forbidden' });
  });
});
