import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { LagSummary } from '#lag/index.ts';
import type { MeetingDetail, MeetingPage } from '#meetings/index.ts';
import { pick } from '#platform/i18n/index.ts';
import type { PurgeList } from '#purge/index.ts';
import type { MeetingMedia } from '#recordings/index.ts';
import { channelLines } from './channel-lines.ts';
import type { Operator } from './operator.ts';
import type { Terminal } from './terminal.ts';
import { withOperator } from './with-operator.ts';

type Shown = MeetingDetail & { readonly media: MeetingMedia | null };

/** A meeting that is no longer public. */
type Gone = { readonly id: string; readonly slug: string; readonly purge: PurgeList };

const address = (meeting: string): string => `/meetings/${encodeURIComponent(meeting)}`;

/** `openfloor list` */
export async function listCommand(terminal: Terminal, options: { readonly state?: string; readonly limit?: number }): Promise<void> {
  await withOperator(async (operator) => {
    const query = new URLSearchParams({ ...(options.state !== undefined && { state: options.state }), limit: String(options.limit ?? 50) });
    const page = await operator.call<MeetingPage>('GET', `/meetings?${query}`);
    if (page.meetings.length === 0) terminal.say('There are no meetings yet. Publish one: openfloor publish FOLDER');
    for (const meeting of page.meetings) {
      terminal.emit({ event: 'meeting', ...meeting });
      terminal.say(`${(meeting.starts ?? '').slice(0, 10).padEnd(10)}  ${meeting.state.padEnd(9)}  ${meeting.slug}  ${pick(meeting.title, 'en')?.text ?? ''}`);
    }
  });
}

/** `openfloor show MEETING` */
export async function showCommand(terminal: Terminal, meeting: string): Promise<void> {
  await withOperator(async (operator) => {
    const shown = await operator.call<Shown>('GET', address(meeting));
    const { channels: lags } = await operator.call<{ readonly channels: readonly LagSummary[] }>('GET', `${address(meeting)}/lag`);
    terminal.emit({ event: 'meeting', ...shown, lags });
    terminal.say(`${pick(shown.title, 'en')?.text ?? ''}\n${operator.publicUrl}${address(shown.slug)}  (${shown.state})`);
    if (!shown.media) return terminal.say('It has no recording.');
    terminal.say(`Recording: ${shown.media.state}${shown.media.failure === null ? '' : `. ${shown.media.failure}`}`);
    for (const step of shown.media.steps) terminal.say(`  ${step.step.padEnd(12)} ${step.state}${step.failure === null ? '' : `: ${step.failure}`}`);
    for (const channel of shown.media.channels) terminal.say(channelLines(channel, shown.channels, lags).join('\n'));
  });
}

/** `openfloor export MEETING FOLDER` */
export async function exportCommand(terminal: Terminal, meeting: string, folder: string): Promise<void> {
  await withOperator(async (operator) => {
    const done = await operator.call<{ folder: string; files: number }>('POST', `${address(meeting)}/export`, { path: resolve(folder) });
    terminal.emit({ event: 'exported', ...done });
    terminal.say(`Written: ${done.folder} (${done.files} files)`);
  });
}

/** `openfloor withdraw MEETING`, or with `--undo` the way back */
export async function withdrawCommand(terminal: Terminal, meeting: string, options: { readonly undo?: boolean }): Promise<void> {
  await withOperator(async (operator) => {
    if (options.undo === true) {
      const back = await operator.call<{ id: string; slug: string; state: string }>('POST', `${address(meeting)}/republish`, {});
      terminal.emit({ event: 'republished', ...back });
      return terminal.say(`Back in public view: ${operator.publicUrl}${address(back.slug)}  (${back.state})`);
    }
    const done = await operator.call<Gone>('POST', `${address(meeting)}/withdraw`, {});
    terminal.emit({ event: 'withdrawn', id: done.id, slug: done.slug, purge: done.purge });
    terminal.say(`Withdrawn: ${done.slug}. Its address says so; nothing was deleted.`);
    sayPurge(terminal, operator, done);
  });
}

/** `openfloor remove MEETING` */
export async function removeCommand(terminal: Terminal, meeting: string, options: { readonly yes?: boolean }): Promise<void> {
  await withOperator(async (operator) => {
    const shown = await operator.call<Shown>('GET', address(meeting));
    if (options.yes !== true && !(await sure(shown))) return terminal.say('Nothing was deleted.');
    const done = await operator.call<Gone>('DELETE', address(shown.slug));
    terminal.emit({ event: 'removed', ...done });
    terminal.say(`Removed: ${done.slug}.`);
    sayPurge(terminal, operator, done);
  });
}

/** The addresses that a CDN in front has to forget, one a line. */
function sayPurge(terminal: Terminal, operator: Operator, { purge }: Gone): void {
  terminal.say(`If a CDN stands in front, let it forget these (or all that begins with ${purge.prefixes.map((path) => operator.publicUrl + path).join(', ')}):`);
  for (const path of purge.addresses) terminal.say(operator.publicUrl + path);
}

async function sure(meeting: Shown): Promise<boolean> {
  if (!process.stdin.isTTY) {
    process.stderr.write('Removing deletes a meeting and its media for good. To do it without being asked, add --yes.\n');
    process.exitCode = 1;
    return false;
  }
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question(`Delete "${pick(meeting.title, 'en')?.text ?? meeting.slug}" and its media for good? Type the word yes: `);
  asking.close();
  return answer.trim() === 'yes';
}
