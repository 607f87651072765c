import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A text file of the project, by its path from the root with forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What a check found: where, and what to do. */
export interface Problem {
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

export type Check = (sources: readonly Source[]) => Problem[] | Promise<Problem[]>;

const BUILT = new Set(['node_modules', 'dist', '.git', '.cache', 'data', 'bench-results']);
const TEXT = /\.(ts|tsx|mjs|js|json|md|css|html|svg|sql|ya?ml|txt|sh|vtt)$|(^|\/)(\.ci\/run|\.npmrc|\.gitignore|Dockerfile|LICENSE)$/;
const TOO_LARGE = 2_000_000;

/** Files as git sees them, new ones included; in a tree without git, every file that isn't made by a tool. */
function listFiles(root: string): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return [...new Set(listed.split('\0').filter(Boolean))];
  } catch {
    return walk(root, '');
  }
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (BUILT.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(root, path) : [path];
  });
}

export function readSources(root: string): Source[] {
  return listFiles(root)
    .filter((path) => TEXT.test(path))
    .filter((path) => (statSync(join(root, path), { throwIfNoEntry: false })?.size ?? TOO_LARGE) < TOO_LARGE)
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export const isCode = (path: string): boolean => /\.(ts|tsx|mjs|css)$/.test(path);
export const isTest = (path: string): boolean => /\.(test|e2e|test-support)\.tsx?$/.test(path);

/** The 1-based line of an offset. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
