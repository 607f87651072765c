import { isAbsolute, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAppError } from '#platform/errors/index.ts';
import { readConfig } from './config.ts';
import { nearest } from './nearest.ts';
import { SETTINGS, type Setting } from './settings.ts';

function problemsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (isAppError(error) && error.code === 'config_invalid') return String(error.details['problems']);
    throw error;
  }
  return '';
}

describe('readConfig', () => {
  it('has a default for everything', () => {
    const config = readConfig({ PATH: '/bin', HOME: '/root' });
    expect(config).toMatchObject({ databaseUrl: undefined, port: 8080, host: '127.0.0.1', publicUrl: undefined, sample: true, log: 'info', keepSource: true, mediaMemoryMb: 3000, mediaHours: 24 });
    expect(config.dataFolder).toBe(resolve('data'));
    expect(config.roles).toEqual(new Set(['serve', 'work']));
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('reads what is set; empty counts as unset', () => {
    const config = readConfig({ OPENFLOOR_DATA: 'somewhere', OPENFLOOR_PORT: '0', OPENFLOOR_PUBLIC_URL: 'https://tv.example.org/', OPENFLOOR_SAMPLE: 'off', OPENFLOOR_ROLES: 'work', OPENFLOOR_HOST: '', FFMPEG_PATH: '/opt/ffmpeg' });
    expect(isAbsolute(config.dataFolder)).toBe(true);
    expect(config).toMatchObject({ port: 0, publicUrl: 'https://tv.example.org', sample: false, host: '127.0.0.1', ffmpegPath: '/opt/ffmpeg' });
    expect(config.roles).toEqual(new Set(['work']));
  });

  it('tells every problem at once, one sentence each', () => {
    expect(problemsOf({ OPENFLOOR_PORT: 'eighty', OPENFLOOR_SAMPLE: 'no', DATABASE_URL: 'mysql://x', OPENFLOOR_ROLES: 'serve,cook', OPENFLOOR_MEDIA_MEMORY_MB: '1' })).toBe(
      'DATABASE_URL must be an address that starts with postgres://, but it is "mysql://x". '
      + 'OPENFLOOR_PORT must be a number, but it is "eighty". '
      + 'OPENFLOOR_SAMPLE must be on or off, but it is "no". '
      + 'OPENFLOOR_ROLES must be serve, work or both with a comma between, but it is "serve,cook". '
      + 'OPENFLOOR_MEDIA_MEMORY_MB must be between 256 and 1048576, but it is "1".');
  });

  it('refuses settings that do not exist and says what was probably meant', () => {
    expect(problemsOf({ OPENFLOOR_PROT: '80' })).toBe('There is no setting OPENFLOOR_PROT; did you mean OPENFLOOR_PORT?');
    expect(problemsOf({ OPENFLOOR_XYZZY_FROB: '1' })).toBe('There is no setting OPENFLOOR_XYZZY_FROB.');
  });

  it('never shows a password', () => {
    expect(problemsOf({ DATABASE_URL: 'http://user:hunter2@db/x' })).not.toContain('hunter2');
  });
});

describe('SETTINGS', () => {
  it.each(Object.entries(SETTINGS) as [string, Setting][])('%s has a default and an example that are right', (_, setting) => {
    expect(setting.default === '' || setting.schema.safeParse(setting.default).success).toBe(true);
    expect(setting.schema.safeParse(setting.example).success).toBe(true);
    expect(setting.description).toMatch(/^[A-Z].*\.$/);
  });
});

describe('nearest', () => {
  it('forgives two slips', () => {
    expect(nearest('recrodng', ['recording', 'record'])).toBe('recording');
    expect(nearest('title', ['titel', 'body'])).toBe('titel');
    expect(nearest('anything', ['body', 'series'])).toBeUndefined();
  });
});
