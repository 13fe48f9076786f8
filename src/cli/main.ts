import { CommanderError } from 'commander';
import { UserError } from '../app/user-error.ts';
import { VERSION } from '../app/version.ts';
import type { Command, Context, Input, Outcome } from './command.ts';
import type { Io } from './io.ts';
import { createProgram } from './program.ts';
import { commands } from './registry.ts';
import { contextOf, runCommand } from './run-command.ts';
import { styleFor } from './style.ts';
import { usageMessage } from './usage-message.ts';
import { writeOutcome } from './write-outcome.ts';

export { processIo, type Io } from './io.ts';

export type ExitCode = 0 | 1 | 2;

async function deliver(outcome: Outcome, input: Input, io: Io, note: Context['note']): Promise<void> {
  const file = input.flag('output');
  if (file !== undefined && outcome.placed !== true) {
    await writeOutcome(file, outcome, io.cwd);
    note(`Wrote ${file}.`);
    if (!input.on('json')) return;
  }
  io.stdout(input.on('json') ? `${JSON.stringify(outcome.value, null, 2)}\n` : outcome.text(styleFor(io.color)));
}

/**
 * The command line as a function: the same for the process and for tests.
 * @param argv words after `foedus`
 * @returns 0 done (a verdict of no duty is an answer), 1 lint errors or a failed check, 2 usage or input error
 */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  const style = styleFor(io.color);
  let exit: ExitCode = 0;
  const onRun = async (command: Command, input: Input): Promise<void> => {
    const context = contextOf(input, io);
    const outcome = await runCommand(command, input, context);
    if (outcome === undefined) return;
    await deliver(outcome, input, io, context.note);
    exit = outcome.exit ?? 0;
  };
  const program = createProgram({ version: VERSION, commands, write: io.stdout, onRun });
  try {
    if (argv.length === 0) io.stdout(program.helpInformation());
    else await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      io.stderr(`${style.bold('foedus:')} ${usageMessage(error, argv, commands)}\n`);
      return 2;
    }
    if (error instanceof UserError) {
      io.stderr(`${style.bold('foedus:')} ${error.message}\n${error.detail.map((line) => `  ${line}\n`).join('')}`);
      return 2;
    }
    throw error;
  }
}
