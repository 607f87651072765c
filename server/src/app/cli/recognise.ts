import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#platform/errors/index.ts';
import type { Asked, Recognition } from '#recognition/index.ts';
import { openOperator, type Operator } from './operator.ts';
import type { Terminal } from './terminal.ts';

interface RecogniseOptions {
  readonly model?: string;
  readonly again?: boolean;
  readonly anyLanguage?: boolean;
  readonly stop?: boolean;
}

const LOOK_EVERY_MS = 1000;

/** `openfloor recognise MEETING [CHANNEL]`: ends when all of it is done; exit code 1 when a channel failed. */
export async function recogniseCommand(terminal: Terminal, meeting: string, channel: string | undefined, options: RecogniseOptions): Promise<void> {
  const operator = await openOperator();
  const address = `/meetings/${encodeURIComponent(meeting)}/recognitions`;
  try {
    if (options.stop === true) return await stop(operator, terminal, address, channel);
    const { recognitions, left } = await operator.call<Asked>('POST', address, wishOf(channel, options));
    for (const one of left) {
      terminal.emit({ event: 'left-out', ...one });
      terminal.say(`Left out: ${one.reason}`);
    }
    const ended = await follow(operator, terminal, address, new Set(recognitions.map(({ id }) => id)));
    for (const one of ended) tellEnd(terminal, one, `${operator.publicUrl}/meetings/${encodeURIComponent(meeting)}`);
    if (ended.some(({ state }) => state === 'failed')) process.exitCode = 1;
  } finally {
    await operator.close();
  }
}

function wishOf(channel: string | undefined, { model, again, anyLanguage }: RecogniseOptions): object {
  const said = { channel, model, again, anyLanguage };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

async function stop(operator: Operator, terminal: Terminal, address: string, channel: string | undefined): Promise<void> {
  const { recognitions } = await operator.call<{ readonly recognitions: readonly Recognition[] }>('GET', address);
  const busy = recognitions.filter((one) => (channel === undefined ? one.state === 'waiting' || one.state === 'running' : one.channel === channel));
  if (busy.length === 0) throw new AppError('not_found', { what: 'recognition that could be stopped', id: channel });
  for (const one of busy) {
    const stopped = await operator.call<Recognition>('DELETE', `${address}/${encodeURIComponent(one.channel)}`);
    terminal.emit({ event: 'stopped', ...stopped });
    terminal.say(`${one.channel}: stopped at ${clock(stopped.positionMs)} of ${clock(stopped.durationMs)}.`);
  }
}

/** Waits until each has come to an end, and tells how far they are. */
async function follow(operator: Operator, terminal: Terminal, address: string, wanted: ReadonlySet<string>): Promise<readonly Recognition[]> {
  const began = Date.now();
  let before: number | undefined;
  for (;;) {
    const { recognitions } = await operator.call<{ readonly recognitions: readonly Recognition[] }>('GET', address);
    const ours = recognitions.filter(({ id }) => wanted.has(id));
    const busy = ours.filter(({ state }) => state === 'waiting' || state === 'running');
    if (busy.length === 0) return ours;
    const at = ours.reduce((sum, { positionMs }) => sum + positionMs, 0);
    const all = ours.reduce((sum, { durationMs }) => sum + durationMs, 0);
    // What an earlier attempt did says nothing of how fast this one is.
    before ??= at;
    const secondsLeft = at > before ? Math.round(((Date.now() - began) / (at - before)) * (all - at) / 1000) : null;
    terminal.progress((busy.find(({ state }) => state === 'running') ?? busy[0])?.channel ?? '', all === 0 ? 0 : at / all, secondsLeft);
    await sleep(LOOK_EVERY_MS);
  }
}

function tellEnd(terminal: Terminal, one: Recognition, page: string): void {
  terminal.emit({ event: one.state === 'done' ? 'recognised' : one.state, ...one });
  if (one.state === 'done') terminal.say(`${one.channel}: written down by ${one.model ?? ''} (${one.engine ?? ''}). Read it: ${page}?ch=${encodeURIComponent(one.channel)}`);
  else if (one.state === 'stopped') terminal.say(`${one.channel}: stopped at ${clock(one.positionMs)} of ${clock(one.durationMs)}.`);
  else terminal.say(`${one.channel}: ${one.failure ?? 'it failed.'}${one.positionMs > 0 ? ` The first ${clock(one.positionMs)} are kept; asking again goes on from there.` : ''}`);
}

const clock = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
};
