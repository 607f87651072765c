import type { Command } from 'commander';
import { openTerminal, type Terminal } from './terminal.ts';

/** What a command does. */
export type Run = (terminal: Terminal, ...args: never[]) => Promise<void>;

/** Adds a command below another; `parse` reads arguments by their place, from 0. */
export type Define = (parent: Command, usage: string, about: string, run: Run, parse?: Readonly<Record<number, (value: string) => unknown>>) => Command;

/** The one way in which commands are added. */
export const define: Define = (parent, usage, about, run, parse = {}) => {
  const made = parent.command(usage).description(about).option('--json', 'one JSON object a line instead of sentences')
    .action(async (...given: unknown[]) => {
      const options = given.at(-2) as { json?: boolean };
      await run(openTerminal({ json: options.json === true }), ...(given.slice(0, -1) as never[]));
    });
  for (const [place, read] of Object.entries(parse)) made.registeredArguments[Number(place)]?.argParser(read);
  return made;
};
