import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SETTINGS } from '../server/src/platform/config/index.ts';
import { checkSettingsPage, settingsPage } from './settings-page.ts';

it('shows each setting with what holds without it', () => {
  const setting = { ...SETTINGS.OPENFLOOR_PORT, description: 'One | two.', default: '', example: '8080' };
  const page = settingsPage({ OPENFLOOR_A: setting, OPENFLOOR_B: { ...setting, default: 'on' } });
  expect(page).toContain('| `OPENFLOOR_A` | One \\| two. | unset | `8080` |\n');
  expect(page).toContain('| `OPENFLOOR_B` | One \\| two. | `on` | `8080` |\n');
});

it('notices a page that is older than the code, or missing', () => {
  const root = mkdtempSync(join(tmpdir(), 'openfloor-docs-'));
  try {
    expect(checkSettingsPage(root)).toHaveLength(1);
    mkdirSync(join(root, 'docs/operate'), { recursive: true });
    writeFileSync(join(root, 'docs/operate/settings.md'), settingsPage());
    expect(checkSettingsPage(root)).toEqual([]);
    writeFileSync(join(root, 'docs/operate/settings.md'), settingsPage().replace('8080', '9090'));
    expect(checkSettingsPage(root)).toHaveLength(1);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
