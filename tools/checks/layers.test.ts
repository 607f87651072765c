import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBoundaries } from '../check-boundaries.ts';

const GOOD: Record<string, string> = {
  'server/package.json': '{ "name": "s", "type": "module", "imports": { "#*": "./src/*" } }',
  'server/src/platform/db/index.ts': `export * from './database.ts';`,
  'server/src/platform/db/database.ts': 'export const open = 1;',
  'server/src/platform/clock/index.ts': 'export const now = 1;',
  'server/src/platform/errors/index.ts': 'export const AppError = 1;',
  'server/src/access/index.ts': 'export interface Actor { id: string }',
  'server/src/access/access.repo.ts': 'export const repo = 1;',
  'server/src/meetings/meetings.domain.ts': `import { AppError } from '#platform/errors/index.ts';\nexport const rule = AppError;`,
  'server/src/meetings/meetings.ports.ts': `import type { rule } from './meetings.domain.ts';\nexport type Store = typeof rule;`,
  'server/src/meetings/meetings.service.ts': `import type { Actor } from '#access/index.ts';\nimport type { Store } from './meetings.ports.ts';\nexport type Service = Actor & Store;`,
  'server/src/meetings/meetings.repo.ts': `import { open } from '#platform/db/index.ts';\nimport type { Store } from './meetings.ports.ts';\nexport const repo = open as Store;`,
  'server/src/meetings/meetings.repo.test.ts': `import { repo } from './meetings.repo.ts';\nawait using a = repo as unknown as AsyncDisposable;\nvoid a;`,
  'server/src/meetings/meetings.routes.ts': `import type { Service } from './meetings.service.ts';\nexport type Routes = Service;`,
  'server/src/meetings/index.ts': `export { repo } from './meetings.repo.ts';`,
  'server/src/web/index.ts': 'export const layout = 1;',
  'server/src/app/main.ts': `import { repo } from '#meetings/index.ts';\nconsole.log(repo);`,
  'packages/media/src/index.ts': `export * from './a.ts';`,
  'packages/media/src/a.ts': 'export const a = 1;',
  'node_modules/only-for-tests/package.json': '{ "name": "only-for-tests", "main": "index.js" }',
  'node_modules/only-for-tests/index.js': '',
  'fixtures/sound.ts': 'export const sound = 1;',
};

/** Names the rules that a small project breaks when these files are added to it. */
async function brokenBy(files: Record<string, string>): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'openfloor-layers-'));
  try {
    for (const [path, text] of Object.entries({ ...GOOD, ...files })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return (await checkBoundaries(root)).map((problem) => /\n\s+([\w-]+):/.exec(problem)?.[1] ?? problem).sort();
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('the layers', () => {
  it('hold in a project that keeps them', async () => {
    expect(await brokenBy({})).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['packages-know-no-server', 'packages/media/src/a.ts', `import '../../../server/src/web/index.ts';`],
    ['packages-import-no-fixtures', 'packages/media/src/a.ts', `import '../../../fixtures/sound.ts';`],
    ['media-is-pure', 'packages/media/src/a.ts', `import 'node:fs';`],
    ['player-runs-in-browsers', 'packages/player/src/a.ts', `import 'node:fs';`],
    ['package-door', 'server/src/web/index.ts', `import '../../../packages/media/src/a.ts';`],
    ['package-door-inside', 'packages/player/src/a.ts', `import '../../media/src/a.ts';`],
    ['platform-knows-no-feature', 'server/src/platform/db/database.ts', `import '#web/index.ts';`],
    ['web-knows-no-feature', 'server/src/web/index.ts', `import '#access/index.ts';`],
    ['app-is-the-root', 'server/src/web/index.ts', `import '#app/index.ts';`],
    ['platform-door', 'server/src/meetings/meetings.repo.ts', `import '#platform/db/database.ts';`],
    ['platform-door-inside', 'server/src/platform/clock/index.ts', `import '#platform/db/database.ts';`],
    ['testing-door', 'server/src/meetings/meetings.repo.ts', `import '#platform/db/testing.ts';`],
    ['capability-door-for-app', 'server/src/app/main.ts', `import '#meetings/meetings.repo.ts';`],
    ['capability-door', 'server/src/meetings/meetings.service.ts', `import type {} from '#access/access.repo.ts';`],
    ['product-imports-no-fixtures', 'server/src/meetings/index.ts', `import '../../../fixtures/sound.ts';`],
    ['sample-door', 'server/src/app/sample.ts', `import '../../../fixtures/sound.ts';`],
    ['fixtures-stand-alone', 'fixtures/sound.ts', `import '../server/src/web/index.ts';`],
    ['domain-layer', 'server/src/meetings/meetings.domain.ts', `import type {} from './meetings.repo.ts';`],
    ['ports-layer', 'server/src/access/access.ports.ts', `import './access.repo.ts';`],
    ['service-layer', 'server/src/meetings/meetings.service.ts', `import './meetings.repo.ts';`],
    ['repo-layer', 'server/src/meetings/meetings.repo.ts', `import './meetings.routes.ts';`],
    ['schema-layer', 'server/src/meetings/meetings.schema.ts', `import './meetings.routes.ts';`],
    ['routes-layer', 'server/src/meetings/meetings.routes.ts', `import './meetings.repo.ts';`],
    ['pages-layer', 'server/src/meetings/meetings.pages.tsx', `import './meetings.repo.ts';`],
    ['job-layer', 'server/src/meetings/publish.job.ts', `import './meetings.repo.ts';`],
    ['domain-does-no-io', 'server/src/meetings/meetings.domain.ts', `import '#platform/db/index.ts';`],
    ['domain-uses-no-node', 'server/src/meetings/meetings.domain.ts', `import 'node:fs';`],
    ['declared-packages-only', 'server/src/web/index.ts', `import 'only-for-tests';`],
    ['resolvable', 'server/src/web/index.ts', `import './gone.ts';`],
    ['no-circle', 'server/src/access/access.repo.ts', `import './index.ts';\nexport const repo = 1;`],
  ])('%s is broken by %s importing %s', async (rule, path, text) => {
    const extra = { 'server/src/app/index.ts': 'export const app = 1;', 'server/src/platform/db/testing.ts': 'export const test = 1;', 'server/src/access/index.ts': `export * from './access.repo.ts';` };
    expect(await brokenBy({ ...extra, [path]: `${path in GOOD && rule !== 'no-circle' ? GOOD[path] ?? '' : ''}\n${text}` })).toContain(rule);
  });
});
