import { runCommandLine } from './cli/command-line.ts';

// Whoever reads the output may stop reading (`openfloor list | head`): then there is nothing left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runCommandLine(process.argv);
