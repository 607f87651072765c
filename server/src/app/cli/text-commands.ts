import type { Command } from 'commander';
import { parseClock } from './clock.ts';
import type { Define } from './define.ts';
import { addTextCommand, correctTextCommand, showTextCommand, textHistoryCommand, textStatusCommand, undoTextCommand } from './texts.ts';
import { createTokenCommand, listTokensCommand, revokeTokenCommand } from './tokens.ts';
import { positive } from './whole-number.ts';

/** `openfloor text ...`: what a channel says in words, and its corrections. */
export function textCommands(program: Command, define: Define): void {
  const text = program.command('text').description('show and correct what a channel says in words');
  const command: Define = (...told) => define(...told)
    .option('--kind <kind>', 'captions or transcript; left out: the one that readers get').option('--in <language>', 'the text in this language; left out: that of the channel');
  command(text, 'show <meeting> [channel]', 'list the texts of a meeting, or show one with the numbers of its segments', showTextCommand);
  const correct = command(text, 'correct <meeting> <channel> <segment>', 'correct a segment; what you set stays, whatever comes in later', correctTextCommand, { 2: positive })
    .option('--text <words>', 'what it says').option('--start <time>', 'when it begins, as 1:02:03.5', parseClock).option('--end <time>', 'when it ends', parseClock)
    .option('--speaker <name>', 'who says it; "" for nobody known').option('--language <tag>', 'its language, where it is not that of the text');
  correct.option('--split <words>', 'split it behind these of its words').option('--at <time>', 'with --split: the time of the cut', parseClock)
    .option('--join <segments>', 'join the segments that follow to it: 18,19', (value: string) => value.split(',').map(positive)).option('--remove', 'take it away');
  command(text, 'add <meeting> <channel> <words>', 'add a segment that is missing', addTextCommand)
    .requiredOption('--start <time>', 'when it begins, as 1:02:03.5', parseClock).requiredOption('--end <time>', 'when it ends', parseClock).option('--speaker <name>', 'who says it');
  command(text, 'status <meeting> <channel> <status>', 'say what it is: machine, edited or final (nothing changes a final text)', textStatusCommand);
  command(text, 'history <meeting> <channel>', 'who changed what, the newest first', textHistoryCommand);
  command(text, 'undo <meeting> <channel> [change]', 'take a change back: the last one, or the one with this number', undoTextCommand, { 2: positive });
}

/** `openfloor token ...`: tokens with which texts are corrected over the network. */
export function tokenCommands(program: Command, command: Define): void {
  const token = program.command('token').description('make and revoke tokens with which texts are corrected over the network');
  command(token, 'create <name>', 'make a token, which is shown this once', createTokenCommand);
  command(token, 'list', 'list the tokens that hold', listTokensCommand);
  command(token, 'revoke <name>', 'end a token', revokeTokenCommand);
}
