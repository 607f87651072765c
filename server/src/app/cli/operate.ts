import { resolve } from 'node:path';
import { localOperator } from '#access/index.ts';
import { restoreBackup } from '#backup/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { formatBytes } from '#platform/i18n/index.ts';
import { createLog } from '#platform/log/index.ts';
import type { Finding } from '../doctor.ts';
import { openOperator } from './operator.ts';
import type { Terminal } from './terminal.ts';

/** `openfloor backup FILE` */
export async function backupCommand(terminal: Terminal, file: string): Promise<void> {
  const operator = await openOperator();
  try {
    const done = await operator.call<{ bytes: number }>('POST', '/backup', { path: resolve(file) });
    terminal.emit({ event: 'backed-up', file: resolve(file), ...done });
    terminal.say(`Backed up: ${resolve(file)} (${formatBytes(done.bytes)})`);
  } finally {
    await operator.close();
  }
}

/** `openfloor restore FILE`: into an empty data folder, with no server running on it. */
export async function restoreCommand(terminal: Terminal, file: string): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog({ level: 'warn' });
  const done = await restoreBackup({ config, log }, localOperator(), { file: resolve(file) });
  terminal.emit({ event: 'restored', file: resolve(file), ...done });
  terminal.say(`Restored into ${config.dataFolder}. Start the server: npm start`);
}

/** `openfloor doctor`: exit code 1 when something is at fault. */
export async function doctorCommand(terminal: Terminal): Promise<void> {
  const operator = await openOperator();
  try {
    const { findings } = await operator.call<{ findings: Finding[] }>('GET', '/doctor');
    const signs = { ok: '✓', warning: '!', fault: '✗' } as const;
    for (const finding of findings) {
      terminal.emit({ event: 'finding', ...finding });
      terminal.say(`${signs[finding.state]} ${finding.what}: ${finding.detail}`);
    }
    if (findings.some((finding) => finding.state === 'fault')) process.exitCode = 1;
  } finally {
    await operator.close();
  }
}

/** `openfloor reindex`: has the index of search made anew from what the meetings say. */
export async function reindexCommand(terminal: Terminal): Promise<void> {
  const operator = await openOperator();
  try {
    const { meetings } = await operator.call<{ meetings: number }>('POST', '/search/reindex');
    terminal.emit({ event: 'reindexing', meetings });
    terminal.say(`${meetings} meetings are being put into the index of search anew. Searching goes on meanwhile.${operator.stays ? '' : ' It goes on when the server is started: npm start'}`);
  } finally {
    await operator.close();
  }
}
