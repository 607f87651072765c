// Writes docs/operate/settings.md from the table of settings in the code. `npm run docs` runs it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SETTINGS, type Setting } from '../server/src/platform/config/index.ts';
import type { Problem } from './checks/source.ts';

const PAGE = 'docs/operate/settings.md';

const INTRODUCTION = `# Settings

Openfloor is set by environment variables, read once when it starts. Without any of them it runs on its own:
in \`./data\`, on port 8080 of this machine only, with its built-in PostgreSQL.

A name that begins with \`OPENFLOOR_\` and is not in this table is refused, with the nearest name that is, so that
a slip of the finger is noticed at once.

`;

const cell = (text: string): string => text.replaceAll('|', '\\|');
const code = (text: string): string => (text === '' ? '' : `\`${cell(text)}\``);

/** The reference page, as Markdown. */
export function settingsPage(settings: Readonly<Record<string, Setting>> = SETTINGS): string {
  const rows = Object.entries(settings).map(([name, setting]) =>
    `| \`${name}\` | ${cell(setting.description)} | ${code(setting.default) || 'unset'} | ${code(setting.example)} |`);
  const table = ['| setting | what it does | without it | for example |', '|---|---|---|---|', ...rows];
  return `${INTRODUCTION}${table.join('\n')}\n\nThis page is made from the code: \`npm run docs\`.\n`;
}

/** Finds a page that is older than the code. */
export function checkSettingsPage(root: string): Problem[] {
  let text = '';
  try {
    text = readFileSync(join(root, PAGE), 'utf8');
  } catch {
    // A page that isn't there is as old as can be.
  }
  return text === settingsPage() ? [] : [{ path: PAGE, message: 'differs from the settings in the code: run "npm run docs"' }];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(fileURLToPath(new URL(`../${PAGE}`, import.meta.url)), settingsPage());
  console.log(`Written: ${PAGE}`);
}
