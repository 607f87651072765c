import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AlignmentState } from '#alignment/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { ChannelText } from '#words/index.ts';
import { openOperator, type Operator } from './operator.ts';
import type { Terminal } from './terminal.ts';

interface AlignOptions {
  readonly language?: string;
  readonly captions?: boolean;
}

const LOOK_EVERY_MS = 1000;
const BUSY = new Set<AlignmentState['state']>(['waiting', 'running', 'retrying', 'held']);

const address = (meeting: string): string => `/meetings/${encodeURIComponent(meeting)}`;

/** `openfloor align MEETING CHANNEL FILE`: ends when the text has its times; exit code 1 when it got none. */
export async function alignCommand(terminal: Terminal, meeting: string, channel: string, path: string, { language, captions }: AlignOptions): Promise<void> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => { throw new AppError('file_missing', { file: path }, { cause: error }); });
  const operator = await openOperator();
  try {
    const asked = await operator.call<AlignmentState>('POST', `${address(meeting)}/alignments`, {
      channel, file: basename(path), text, kind: captions === true ? 'captions' : 'transcript', ...(language !== undefined && { language }),
    });
    await untilAligned(operator, terminal, meeting, (one) => one.id === asked.id);
  } finally {
    await operator.close();
  }
}

/** Waits until texts of a meeting have their times, and tells how far they are and what became of them. */
export async function untilAligned(operator: Operator, terminal: Terminal, meeting: string, wanted: (one: AlignmentState) => boolean = () => true): Promise<void> {
  for (let before: ReadonlySet<string> = new Set(); ;) {
    const { alignments } = await operator.call<{ readonly alignments: readonly AlignmentState[] }>('GET', `${address(meeting)}/alignments`);
    const ours = alignments.filter(wanted);
    const ended = ours.filter(({ id, state }) => !BUSY.has(state) && (before.has(id) || before.size === 0));
    for (const one of ended) await tellEnd(operator, terminal, meeting, one);
    const busy = ours.filter(({ state }) => BUSY.has(state));
    const [first] = busy;
    if (!first) return;
    terminal.progress(`aligning ${first.channel}`, first.done, null);
    before = new Set(busy.map(({ id }) => id));
    await sleep(LOOK_EVERY_MS);
  }
}

async function tellEnd(operator: Operator, terminal: Terminal, meeting: string, one: AlignmentState): Promise<void> {
  if (one.state !== 'done') {
    process.exitCode = 1;
    terminal.emit({ event: 'not-aligned', ...one });
    terminal.say(`${one.file} has no times. ${one.problem ?? 'It was cancelled.'}`);
    return;
  }
  const { texts } = await operator.call<{ readonly texts: readonly ChannelText[] }>('GET', `${address(meeting)}/texts`);
  const text = texts.find(({ channel, kind, language }) => channel === one.channel && kind === one.kind && language === one.language);
  const remarks = text?.provenance && 'damage' in text.provenance ? text.provenance.damage : [];
  terminal.emit({ event: 'aligned', ...one, remarks });
  terminal.say(`${one.file} has the times of the channel ${one.channel}. Read it: ${operator.publicUrl}${address(meeting)}?ch=${encodeURIComponent(one.channel)}`);
  for (const remark of remarks) terminal.say(`  It ${remark}.`);
}
