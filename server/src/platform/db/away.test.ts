import { describe, expect, it } from 'vitest';
import { isAppError } from '#platform/errors/index.ts';
import { translate } from './away.ts';

const driverError = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('translate', () => {
  it.each(['ECONNREFUSED', 'ENOENT', '57P01', '57P03', '53300', '08006'])('takes %s for a database that is away', (code) => {
    expect(translate(driverError(code))).toMatchObject({ code: 'database_away' });
  });

  it('knows what the driver says in words only', () => {
    expect(translate(new Error('Connection terminated unexpectedly'))).toMatchObject({ code: 'database_away' });
  });

  it('calls a full disk of the database a full disk, and a wrong login a setting', () => {
    expect(translate(driverError('53100'))).toMatchObject({ code: 'disk_full', message: 'The disk is full at the database.' });
    expect(translate(driverError('28P01', 'password authentication failed'))).toMatchObject({ code: 'config_invalid' });
  });

  it.each(['23505', '42601', '40001'])('leaves %s to whoever asked', (code) => {
    const error = driverError(code);
    expect(translate(error)).toBe(error);
    expect(isAppError(translate(error))).toBe(false);
  });
});
