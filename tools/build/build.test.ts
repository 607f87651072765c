import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { ensureBuilt } from '../build.mjs';

vi.spyOn(process.stderr, 'write').mockReturnValue(true);

const SOURCES = {
  'package-lock.json': '{}',
  'package.json': '{}',
  'server/package.json': '{ "dependencies": { "outside": "1.0.0", "hono": "1.0.0", "@openfloor/inside": "1.0.0" } }',
  'server/src/app/main.ts': `import { inside } from '@openfloor/inside';\nimport { page } from './page.tsx';\nimport { outside } from 'outside';\nconsole.log(inside, page, outside);\n`,
  'server/src/app/page.tsx': `export const page: unknown = <b>page</b>;\n`,
  'server/src/web/styles/site.css': `@import "./base.css";\nbody { margin: 0 }\n`,
  'server/src/web/styles/base.css': `p { margin: 0 }\n`,
  'server/src/web/static/icons/icon.svg': '<svg/>',
  'server/src/web/browser/main.ts': `document.title = 'now';\n`,
  'server/src/web/browser/search.ts': `document.title = 'search';\n`,
  'server/src/web/static/icon.svg': readFileSync(new URL('../../server/src/web/static/icon.svg', import.meta.url), 'utf8'),
  'server/src/offline/browser/save.ts': `document.title = 'save';\n`,
  'server/src/offline/browser/saved.ts': `document.title = 'saved';\n`,
  'server/src/offline/browser/listen.ts': `document.title = 'listen';\n`,
  'server/src/offline/browser/worker.ts': `declare const OPENFLOOR_BUILD: string, OPENFLOOR_SHELL: readonly string[];\nconsole.log(OPENFLOOR_BUILD, OPENFLOOR_SHELL);\n`,
  'packages/inside/package.json': '{ "name": "@openfloor/inside", "type": "module", "exports": "./index.ts" }',
  'packages/inside/index.ts': `export const inside: string = 'from inside';\n`,
  'packages/player/src/browser.ts': `document.addEventListener('play', () => void import('./engine.ts'));\n`,
  'packages/player/src/engine.ts': `export const engine = 'the engine';\n`,
};

class Project implements Disposable {
  readonly root = mkdtempSync(join(tmpdir(), 'openfloor-build-'));

  constructor() {
    for (const [path, text] of Object.entries(SOURCES)) this.write(path, text);
    mkdirSync(join(this.root, 'node_modules/@openfloor'), { recursive: true });
    symlinkSync('../../packages/inside', join(this.root, 'node_modules/@openfloor/inside'));
  }

  /** Writes a source as if it had been saved `agoMs` before now, so that its time says nothing by accident. */
  write(path: string, text: string, agoMs = 10_000): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, new Date(), new Date(Date.now() - agoMs));
  }

  read(path: string): string {
    return readFileSync(join(this.root, 'server/dist', path), 'utf8');
  }

  manifest(): Record<string, string> {
    return JSON.parse(this.read('manifest.json')) as Record<string, string>;
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

describe('the build', () => {
  it('makes one server file with our packages in it and the others outside', async () => {
    using project = new Project();
    expect(await ensureBuilt({ root: project.root })).toBe(true);
    const code = project.read('openfloor.mjs');
    expect(code).toContain('from inside');
    expect(code).toMatch(/from "outside"/);
    expect(code).toMatch(/from "hono\/jsx\/jsx-runtime"/);
    expect(existsSync(join(project.root, 'server/dist/openfloor.mjs.map'))).toBe(true);
  });

  it('names what pages need by content, and loads the engine apart', async () => {
    using project = new Project();
    await ensureBuilt({ root: project.root });
    const manifest = project.manifest();
    expect(Object.keys(manifest)).toEqual([
      'player.js', 'reader-time.js', 'search.js', 'site.css', 'save.js', 'saved.js', 'listen.js', 'worker.js', 'icon.svg', 'icons/icon.svg',
      'icon-192.png', 'icon-512.png', 'icon-maskable-192.png', 'icon-maskable-512.png', 'touch-icon.png',
    ]);
    expect(project.read(`public/${manifest['site.css']}`)).toMatch(/^p\{margin:0\}body\{margin:0\}/);
    expect(project.read(`public/${manifest['player.js']}`)).not.toContain('the engine');
    expect(readdirSync(join(project.root, 'server/dist/public')).some((file) => file.startsWith('player-engine-') && file.endsWith('.js'))).toBe(true);
  });

  it('does nothing while no source changed', async () => {
    using project = new Project();
    await ensureBuilt({ root: project.root });
    expect(await ensureBuilt({ root: project.root })).toBe(false);
  });

  it.each(['packages/inside/index.ts', 'packages/player/src/engine.ts', 'server/src/web/styles/base.css', 'server/src/web/static/new.txt'])(
    'builds again after %s', async (path) => {
      using project = new Project();
      await ensureBuilt({ root: project.root });
      project.write(path, '/* changed */ export const inside = 1, engine = 2;', 5000);
      expect(await ensureBuilt({ root: project.root })).toBe(true);
      expect(await ensureBuilt({ root: project.root })).toBe(false);
    });

  it.each(['server/src/app/page.tsx', 'server/src/web/styles/base.css'])('gives the worker new bytes when %s changes what pages are', async (path) => {
    using project = new Project();
    const worker = async () => {
      await ensureBuilt({ root: project.root });
      return project.read(`public/${project.manifest()['worker.js']}`);
    };
    const before = await worker();
    expect(before).toContain(project.manifest()['site.css']);
    project.write(path, path.endsWith('.css') ? 'p { margin: 2px }' : 'export const page: unknown = <i>other</i>;', 5000);
    expect(await worker()).not.toBe(before);
  });

  it('draws the icons of the app from the icon of the site', async () => {
    using project = new Project();
    await ensureBuilt({ root: project.root });
    const png = readFileSync(join(project.root, 'server/dist/public/icon-maskable-192.png'));
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 192, 192]);
    const pixels = inflateSync(png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8));
    const at = (x: number, y: number) => [...pixels.subarray(y * (1 + 192 * 3) + 1 + x * 3).subarray(0, 3)];
    const [paper, ink] = [[0xfa, 0xf8, 0xf3], [0x0b, 0x55, 0x63]];
    // The corner, the dot, the ring at its left, and the gap of the ring at its upper right.
    expect([at(0, 0), at(96, 96), at(96 - 43, 96), at(96 + 39, 96 - 16)]).toEqual([paper, ink, ink, paper]);
  });

  it('removes what an earlier build left', async () => {
    using project = new Project();
    await ensureBuilt({ root: project.root });
    const old = project.manifest()['site.css'] ?? '';
    project.write('server/src/web/styles/base.css', 'p { margin: 1px }', 5000);
    await ensureBuilt({ root: project.root });
    expect(existsSync(join(project.root, 'server/dist/public', old))).toBe(false);
  });

  it('says where a source is wrong, and leaves the last good build', async () => {
    using project = new Project();
    await ensureBuilt({ root: project.root });
    project.write('server/src/app/page.tsx', 'export const page = <b>;', 5000);
    await expect(ensureBuilt({ root: project.root })).rejects.toThrow(/The build failed:[^]*page\.tsx:1:/);
    expect(project.read('openfloor.mjs')).toContain('from inside');
  });

  it('builds the worker threads that the server starts beside it', async () => {
    using project = new Project();
    project.write('server/src/deep/voice.ts', `import { Worker } from 'node:worker_threads';\nnew Worker(new URL('voice.worker.ts', import.meta.url));\n`);
    project.write('server/src/deep/voice.worker.ts', `import { inside } from '@openfloor/inside';\nconsole.log('worker', inside as string);\n`);
    project.write('server/src/app/main.ts', `import '../deep/voice.ts';\n`);
    await ensureBuilt({ root: project.root });
    expect(execFileSync(process.execPath, [join(project.root, 'server/dist/openfloor.mjs')], { encoding: 'utf8' })).toBe('worker from inside\n');
    project.write('server/src/deep/voice.worker.ts', `console.log('changed');\n`, 5000);
    expect(await ensureBuilt({ root: project.root })).toBe(true);
  });

  it('makes a server that runs', async () => {
    using project = new Project();
    project.write('server/src/app/main.ts', `import { inside } from '@openfloor/inside';\nconsole.log(inside);\n`);
    await ensureBuilt({ root: project.root });
    expect(execFileSync(process.execPath, [join(project.root, 'server/dist/openfloor.mjs')], { encoding: 'utf8' })).toBe('from inside\n');
  });
});
