import { Command, CommanderError } from 'commander';
import { alignCommand } from './align.ts';
import { archiveCommand } from './archive.ts';
import { backupCommand, doctorCommand, reindexCommand, restoreCommand } from './operate.ts';
import { exportCommand, listCommand, removeCommand, showCommand, withdrawCommand } from './meetings.ts';
import { openTerminal } from './terminal.ts';
import { define, type Run } from './define.ts';
import { recogniseCommand } from './recognise.ts';
import { publishCommand } from './publish.ts';
import { serveCommand, startCommand, workCommand } from './start.ts';
import { textCommands, tokenCommands } from './text-commands.ts';
import { topicCommands } from './topic-commands.ts';
import { positive } from './whole-number.ts';

/** Runs one command; the exit code is 0 when it did what was asked, 1 when it couldn't, 2 when it wasn't understood. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  const program = build();
  try {
    await program.parseAsync([...argv]);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    openTerminal({ json: argv.includes('--json') }).fail(error);
    return 1;
  }
}

const list = (value: string): string[] => value.split(',').map((one) => one.trim());

function build(): Command {
  const program = new Command('openfloor')
    .description('Web TV for meetings in several languages. Settings come from the environment: docs/operate/settings.md.')
    .exitOverride().configureHelp({ sortSubcommands: false });
  const command = (usage: string, about: string, run: Run) => define(program, usage, about, run);

  command('start', 'start everything, with the sample meeting at the first start', startCommand);
  command('serve', 'start the roles of OPENFLOOR_ROLES, without the sample', serveCommand);
  command('work', 'work on jobs only; more machines may do so beside the server', workCommand);
  command('publish <path>', 'publish a meeting folder or a media file', publishCommand)
    .option('--title <text>', 'title, for a media file')
    .option('--slug <address>', 'its address, as council-2026-03-12; made from the title unless told')
    .option('--title-language <tag>', 'language of the title (en)')
    .option('--channels <list>', 'what the audio tracks are, in order: floor,en,fr,ar (- leaves one out)', list)
    .option('--starts <time>', 'when the meeting began, as 2020-12-03T10:00:00-05:00')
    .option('--timezone <name>', 'its time zone, as America/New_York')
    .option('--body <slug>', 'the body that met, as security-council')
    .option('--format <word>', 'meeting, open-vtc, briefing, press-conference, ...')
    .option('--replace', 'take the place of the recording that the meeting has')
    .option('--wait', 'end only when everything is done, not as soon as it can be watched');
  command('list', 'list the meetings, newest first', listCommand)
    .option('--state <state>', 'draft, scheduled, published or withdrawn')
    .option('--limit <number>', 'how many (50)', positive);
  command('show <meeting>', 'show a meeting and its recording, with what the checks of its channels found', showCommand);
  command('recognise <meeting> [channel]', 'write down what is said, with your own models: docs/operate/recognition.md', recogniseCommand)
    .option('--model <name>', 'the folder of a model, where several do the language')
    .option('--again', 'from the beginning, also when it was done before')
    .option('--any-language', 'go on when the text reads as another language than the channel’s')
    .option('--stop', 'stop it; asking again goes on from there');
  command('align <meeting> <channel> <file>', 'give a text its times, by the sound of its channel', alignCommand)
    .option('--language <tag>', 'of the text, where it isn’t that of the channel')
    .option('--captions', 'show it over the picture, and don’t keep it as a transcript');
  command('export <meeting> <folder>', 'write a meeting as a meeting folder', exportCommand);
  command('archive <file>', 'write everything public, with all words, as JSON lines; a file that broke off goes on', archiveCommand)
    .option('--since <time>', 'only what has changed since, as 2026-03-01T00:00:00Z')
    .option('--body <slug>', 'only the meetings of a body and of those below it')
    .option('--all', 'drafts and withdrawn meetings too');
  textCommands(program, define);
  tokenCommands(program, define);
  topicCommands(program, define);
  command('withdraw <meeting>', 'take a meeting out of public view; its address says so', withdrawCommand).option('--undo', 'put it back as it was');
  command('remove <meeting>', 'delete a meeting and its media for good', removeCommand).option('--yes', 'without being asked');
  command('backup <file>', 'write everything into one file, while it runs', backupCommand);
  command('restore <file>', 'fill an empty data folder from a backup', restoreCommand);
  command('reindex', 'make the index of search anew, while it runs', reindexCommand);
  command('doctor', 'look for what can keep Openfloor from working', doctorCommand);
  return program;
}
